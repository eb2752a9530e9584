<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About hkwatch</source>
        <translation>關於 hkwatch</translation>
    </message>
    <message>
        <source>Watches what happens to digital assets in Hong Kong.</source>
        <translation>監察香港數字資產的動態。</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>複製版本資料</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程式組件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Independent; not affiliated with any regulator, exchange or publisher.</source>
        <translation>獨立製作，與任何監管機構、交易所或發布者無關。</translation>
    </message>
    <message>
        <source>Not legal advice, and no advice to buy or sell.</source>
        <translation>不構成法律意見，亦非買賣建議。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It sends nothing about you to anyone.</source>
        <translation>自由軟件，採用 MIT 授權條款。不會向任何人傳送關於您的資料。</translation>
    </message>
    <message>
        <source>Texts and prices belong to those who publish them. Each item links to its original.</source>
        <translation>內文及價格屬其發布者所有。每個項目均連結至原文。</translation>
    </message>
    <message>
        <source>News and registers</source>
        <translation>資訊及登記冊</translation>
    </message>
    <message>
        <source>Prices and rates</source>
        <translation>價格及匯率</translation>
    </message>
    <message>
        <source>The licence&apos;s text is not part of this installation.</source>
        <translation>此安裝版本不包含該授權條款全文。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>AcknowledgeAll</name>
    <message>
        <source>No critical item waits to be acknowledged</source>
        <translation>沒有待確認的緊急項目</translation>
    </message>
    <message>
        <source>%n critical items acknowledged</source>
        <translation>已確認 %n 個緊急項目</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>無法讀取資料庫</translation>
    </message>
</context>
<context>
    <name>AcknowledgeDialog</name>
    <message>
        <source>Acknowledge all critical</source>
        <translation>確認所有緊急項目</translation>
    </message>
    <message>
        <source>Acknowledge %n critical items?</source>
        <translation>確認 %n 個緊急項目？</translation>
    </message>
    <message>
        <source>Critical items</source>
        <translation>緊急項目</translation>
    </message>
    <message>
        <source>They are marked as read, and nothing about them pops up any more.</source>
        <translation>這些項目會標示為已讀，不再彈出相關通知。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部確認</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>項目(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>來源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>提示(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Saved s&amp;earches</source>
        <translation>已儲存的搜尋(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>介面語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>Price &amp;colours</source>
        <translation>升跌顏色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Notify of items</source>
        <translation>項目通知(&amp;N)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Quiet</source>
        <translation>勿擾(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy and cite</source>
        <translation>複製及引用(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Text and language</source>
        <translation>內文及語言(&amp;T)</translation>
    </message>
    <message>
        <source>Stor&amp;y</source>
        <translation>事件(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>修訂版本(&amp;R)</translation>
    </message>
    <message>
        <source>M&amp;ute</source>
        <translation>靜音(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print the item…</source>
        <translation>列印項目(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the item as P&amp;DF…</source>
        <translation>將項目儲存為 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>隱藏視窗(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quit hkwatch</source>
        <translation>結束 hkwatch(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜尋(&amp;S)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>儲存此搜尋(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Edit saved search…</source>
        <translation>編輯已儲存的搜尋(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Notify of new items</source>
        <translation>有新項目時通知(&amp;N)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove saved search</source>
        <translation>移除已儲存的搜尋(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Price panel</source>
        <translation>價格面板(&amp;P)</translation>
    </message>
    <message>
        <source>Price strip on t&amp;op</source>
        <translation>置頂價格條(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rail</source>
        <translation>側欄(&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;wo lines a row</source>
        <translation>每項分兩行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Focus mode</source>
        <translation>專注模式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>收件匣(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;To acknowledge</source>
        <translation>待確認(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Flagged</source>
        <translation>已標示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Starred</source>
        <translation>已加星(&amp;S)</translation>
    </message>
    <message>
        <source>Ar&amp;chive</source>
        <translation>封存(&amp;C)</translation>
    </message>
    <message>
        <source>Price &amp;alerts</source>
        <translation>價格提示(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>縮小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>標準大小(&amp;N)</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>牌照(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Deadlines</source>
        <translation>截止日期(&amp;D)</translation>
    </message>
    <message>
        <source>Awa&amp;y</source>
        <translation>離開期間(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the licences</source>
        <translation>前往牌照</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>指令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Check a name…</source>
        <translation>查核名稱(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>下一區域(&amp;N)</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一區域</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Green up</source>
        <translation>綠升紅跌</translation>
    </message>
    <message>
        <source>Red up</source>
        <translation>紅升綠跌</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>藍升橙跌</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>復原(&amp;D)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>確認(&amp;A)</translation>
    </message>
    <message>
        <source>Acknowledge w&amp;ith a note…</source>
        <translation>確認並加備註(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>備註(&amp;N)…</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge all critical…</source>
        <translation>確認所有緊急項目(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>加星(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Mark as read or unread</source>
        <translation>標示為已讀或未讀(&amp;M)</translation>
    </message>
    <message>
        <source>Archi&amp;ve, or take out again</source>
        <translation>封存或取消封存(&amp;V)</translation>
    </message>
    <message>
        <source>Mark the whole &amp;list read</source>
        <translation>將整個列表標示為已讀(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;hoose all</source>
        <translation>全選(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>在瀏覽器開啟(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Evidence…</source>
        <translation>存證(&amp;E)…</translation>
    </message>
    <message>
        <source>Open in its own &amp;window</source>
        <translation>在獨立視窗開啟(&amp;W)</translation>
    </message>
    <message>
        <source>Find the place before</source>
        <translation>尋找上一處</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>複製連結(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as ro&amp;ws for a spreadsheet</source>
        <translation>複製為試算表資料列(&amp;W)</translation>
    </message>
    <message>
        <source>Copy &amp;hkwatch link</source>
        <translation>複製 hkwatch 連結(&amp;H)</translation>
    </message>
    <message>
        <source>Copy c&amp;itations</source>
        <translation>複製引用(&amp;I)</translation>
    </message>
    <message>
        <source>Cite with the te&amp;xt</source>
        <translation>連同內文引用(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Find in the text</source>
        <translation>在內文尋找(&amp;F)</translation>
    </message>
    <message>
        <source>Previous language</source>
        <translation>上一語言</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>下一語言</translation>
    </message>
    <message>
        <source>S&amp;plit from its story</source>
        <translation>從事件分拆(&amp;P)</translation>
    </message>
    <message>
        <source>Mer&amp;ge with another item…</source>
        <translation>與另一項目合併(&amp;G)…</translation>
    </message>
    <message>
        <source>Show or hide the &amp;redline</source>
        <translation>顯示或隱藏修訂對照(&amp;R)</translation>
    </message>
    <message>
        <source>Redline of the &amp;newer revision</source>
        <translation>較新版本的修訂對照(&amp;N)</translation>
    </message>
    <message>
        <source>Redline of the &amp;older revision</source>
        <translation>較舊版本的修訂對照(&amp;O)</translation>
    </message>
    <message>
        <source>This &amp;story for a day</source>
        <translation>此事件靜音 1 日(&amp;S)</translation>
    </message>
    <message>
        <source>This story for a &amp;week</source>
        <translation>此事件靜音 1 星期(&amp;W)</translation>
    </message>
    <message>
        <source>This story for &amp;ever</source>
        <translation>此事件永久靜音(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Headlines like this for a day</source>
        <translation>同類標題靜音 1 日(&amp;H)</translation>
    </message>
    <message>
        <source>Headlines like this for a wee&amp;k</source>
        <translation>同類標題靜音 1 星期(&amp;K)</translation>
    </message>
    <message>
        <source>Headlines like this &amp;for ever</source>
        <translation>同類標題永久靜音(&amp;F)</translation>
    </message>
    <message>
        <source>This &amp;firm for a week</source>
        <translation>此公司靜音 1 星期(&amp;F)</translation>
    </message>
    <message>
        <source>This f&amp;irm for ever</source>
        <translation>此公司永久靜音(&amp;I)</translation>
    </message>
    <message>
        <source>All that this &amp;rule flags for a week</source>
        <translation>此規則標示的項目靜音 1 星期(&amp;R)</translation>
    </message>
    <message>
        <source>All that this r&amp;ule flags for ever</source>
        <translation>此規則標示的項目永久靜音(&amp;U)</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一項</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>上一項</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>返回列表(&amp;B)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Scroll, then the next unread item</source>
        <translation>向下捲動，到底轉到下一未讀項目</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>向上捲動</translation>
    </message>
    <message>
        <source>Check &amp;this source</source>
        <translation>檢查此來源(&amp;T)</translation>
    </message>
    <message>
        <source>Check &amp;all sources</source>
        <translation>檢查所有來源(&amp;A)</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>至明日 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>直至手動恢復</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢復(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Manage sources…</source>
        <translation>管理來源(&amp;M)…</translation>
    </message>
    <message>
        <source>Go to the sources</source>
        <translation>前往來源</translation>
    </message>
    <message>
        <source>Add s&amp;ource…</source>
        <translation>新增來源(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import OPML…</source>
        <translation>匯入 OPML(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export OPML…</source>
        <translation>匯出 OPML(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New price alert…</source>
        <translation>新增價格提示(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Price alerts</source>
        <translation>價格提示(&amp;P)</translation>
    </message>
    <message>
        <source>High and above</source>
        <translation>重要及以上</translation>
    </message>
    <message>
        <source>Normal and above</source>
        <translation>一般及以上</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>Until 08:00</source>
        <translation>至 08:00</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>N&amp;otifications…</source>
        <translation>通知(&amp;O)…</translation>
    </message>
    <message>
        <source>Send a &amp;test notification</source>
        <translation>傳送測試通知(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>規則(&amp;R)…</translation>
    </message>
    <message>
        <source>Go to the rules</source>
        <translation>前往規則</translation>
    </message>
    <message>
        <source>&amp;Muted…</source>
        <translation>已靜音(&amp;M)…</translation>
    </message>
    <message>
        <source>Co&amp;verage…</source>
        <translation>監察覆蓋(&amp;V)…</translation>
    </message>
    <message>
        <source>A&amp;udit report…</source>
        <translation>審計報告(&amp;U)…</translation>
    </message>
    <message>
        <source>C&amp;hannels…</source>
        <translation>通知渠道(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>鍵盤快速鍵(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>使用指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Search language</source>
        <translation>搜尋語法(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <translation>新版內容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Check for a newer version…</source>
        <translation>檢查新版本(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;About hkwatch</source>
        <translation>關於 hkwatch(&amp;A)</translation>
    </message>
    <message>
        <source>“{0}” for a week</source>
        <translation>「{0}」靜音 1 星期</translation>
    </message>
    <message>
        <source>“{0}” for ever</source>
        <translation>「{0}」永久靜音</translation>
    </message>
    <message>
        <source>All by the rule “{0}” for a week</source>
        <translation>規則「{0}」的項目靜音 1 星期</translation>
    </message>
    <message>
        <source>All by the rule “{0}” for ever</source>
        <translation>規則「{0}」的項目永久靜音</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>No feed was found there. Paste the address of a feed or of a site.</source>
        <translation>該處找不到訂閱來源。請貼上訂閱來源或網站的網址。</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>正在讀取清單…</translation>
    </message>
    <message>
        <source>Looking at 1 address…</source>
        <translation>正在檢視 1 個網址…</translation>
    </message>
    <message>
        <source>Looking at {0} addresses…</source>
        <translation>正在檢視 {0} 個網址…</translation>
    </message>
    <message>
        <source>{0} to add</source>
        <translation>將新增 {0} 個</translation>
    </message>
    <message>
        <source>{0} known</source>
        <translation>已有 {0} 個</translation>
    </message>
    <message>
        <source>{0} cannot be added</source>
        <translation>{0} 個無法新增</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1 個資料夾</translation>
    </message>
    <message>
        <source>{0} folders</source>
        <translation>{0} 個資料夾</translation>
    </message>
    <message>
        <source>Add 1 source</source>
        <translation>新增 1 個來源</translation>
    </message>
    <message>
        <source>Add {0} sources</source>
        <translation>新增 {0} 個來源</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Add sources</source>
        <translation>新增來源</translation>
    </message>
    <message>
        <source>Step 2 of 2</source>
        <translation>第 2 步，共 2 步</translation>
    </message>
    <message>
        <source>Step 1 of 2</source>
        <translation>第 1 步，共 2 步</translation>
    </message>
    <message>
        <source>Paste addresses of feeds or sites, one a line, or the text of an OPML file.</source>
        <translation>貼上訂閱來源或網站的網址，每行一個，或貼上 OPML 檔案的內容。</translation>
    </message>
    <message>
        <source>Addresses or OPML</source>
        <translation>網址或 OPML</translation>
    </message>
    <message>
        <source>Choose an OPML file…</source>
        <translation>選擇 OPML 檔案…</translation>
    </message>
    <message>
        <source>Or drop one anywhere in this window</source>
        <translation>或將檔案拖放到此視窗任何位置</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在尋找</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>選取全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不選</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>取消選取全部</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>開啟日誌資料夾</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日誌資料夾</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>複製診斷資料</translation>
    </message>
    <message>
        <source>Versions, folders, state of every source, as text</source>
        <translation>版本、資料夾及各來源狀態，以文字列出</translation>
    </message>
    <message>
        <source>Save a diagnosis bundle…</source>
        <translation>儲存診斷套件…</translation>
    </message>
    <message>
        <source>The same with settings and logs as a zip file. Passwords, tokens and parts of addresses that may hold some are left out.</source>
        <translation>上述資料連同設定及日誌的 zip 檔。密碼、權杖，以及網址中可能含有密碼或權杖的部分均已略去。</translation>
    </message>
    <message>
        <source>Chinese typefaces</source>
        <translation>中文字型</translation>
    </message>
    <message>
        <source>{0}: none is installed; on Debian the package is fonts-noto-cjk.</source>
        <translation>{0}：未安裝；Debian 的套件為 fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Save a diagnosis bundle</source>
        <translation>儲存診斷套件</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已儲存為 {0}。</translation>
    </message>
</context>
<context>
    <name>AlertDialog</name>
    <message>
        <source>New price alert</source>
        <translation>新增價格提示</translation>
    </message>
    <message>
        <source>Edit price alert</source>
        <translation>編輯價格提示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Preview, the last 90 days</source>
        <translation>預覽：最近 90 日</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Every {level}</source>
        <translation>每 {level}</translation>
    </message>
    <message>
        <source>±3 % in 1 h</source>
        <translation>1 小時內 ±3 %</translation>
    </message>
    <message>
        <source>±5 % in 24 h</source>
        <translation>24 小時內 ±5 %</translation>
    </message>
    <message>
        <source>New all-time high</source>
        <translation>歷史新高</translation>
    </message>
    <message>
        <source>Tell me now instead</source>
        <translation>改為立即通知</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即測試</translation>
    </message>
    <message>
        <source>Shows the notification as it will look</source>
        <translation>按實際樣式顯示通知</translation>
    </message>
    <message>
        <source>drag the line, or use ↑ ↓</source>
        <translation>拖動橫線，或按 ↑ ↓</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save alert</source>
        <translation>儲存提示</translation>
    </message>
    <message>
        <source>{asset} rises through {level}</source>
        <translation>{asset} 升穿 {level}</translation>
    </message>
    <message>
        <source>{asset} falls through {level}</source>
        <translation>{asset} 跌穿 {level}</translation>
    </message>
    <message>
        <source>{asset} crosses {level}, upwards or downwards</source>
        <translation>{asset} 升穿或跌穿 {level}</translation>
    </message>
    <message>
        <source>{asset} stands at or above {level}</source>
        <translation>{asset} 處於 {level} 或以上</translation>
    </message>
    <message>
        <source>{asset} stands at or below {level}</source>
        <translation>{asset} 處於 {level} 或以下</translation>
    </message>
    <message>
        <source>{asset} passes another {percent} of its price now, up or down</source>
        <translation>{asset} 每再升或跌現價的 {percent}</translation>
    </message>
    <message>
        <source>{asset} passes a multiple of {level}</source>
        <translation>{asset} 穿越 {level} 的倍數</translation>
    </message>
    <message>
        <source>{asset} comes between {level} and {upper}</source>
        <translation>{asset} 進入 {level} 至 {upper} 的範圍</translation>
    </message>
    <message>
        <source>{asset} leaves the range from {level} to {upper}</source>
        <translation>{asset} 離開 {level} 至 {upper} 的範圍</translation>
    </message>
    <message>
        <source>{asset} moves {share} within {window}, from its lowest or highest price in that time</source>
        <translation>{asset} 在 {window}內，較期間最低或最高價變動 {share}</translation>
    </message>
    <message>
        <source>{asset} moves {share} from the price now, and then from each firing</source>
        <translation>{asset} 較現價變動 {share}，其後以每次觸發價為準</translation>
    </message>
    <message>
        <source>{asset} is higher than at any time since {day}, as far back as prices are stored</source>
        <translation>{asset} 創 {day}以來新高（以已存價格為限）</translation>
    </message>
    <message>
        <source>{asset} is lower than at any time since {day}, as far back as prices are stored</source>
        <translation>{asset} 創 {day}以來新低（以已存價格為限）</translation>
    </message>
    <message>
        <source>{asset} is higher than at any time in {window}</source>
        <translation>{asset} 創 {window}新高</translation>
    </message>
    <message>
        <source>{asset} is higher than ever, so far {level}</source>
        <translation>{asset} 創歷史新高（現為 {level}）</translation>
    </message>
    <message>
        <source>{asset} is lower than at any time in {window}</source>
        <translation>{asset} 創 {window}新低</translation>
    </message>
    <message>
        <source>{asset} is lower than ever</source>
        <translation>{asset} 創歷史新低</translation>
    </message>
    <message>
        <source>{asset} has had no price that can be trusted for {window}</source>
        <translation>{asset} 已有 {window}沒有可靠價格</translation>
    </message>
    <message>
        <source>{asset} at Hong Kong&apos;s licensed venues stands {share} from US$ for {window}</source>
        <translation>{asset} 在香港持牌平台的價格較美元價相差 {share}，持續 {window}</translation>
    </message>
    <message>
        <source>something new comes in</source>
        <translation>有新項目</translation>
    </message>
    <message>
        <source>The item must match “{query}”.</source>
        <translation>項目須符合「{query}」。</translation>
    </message>
    <message>
        <source>The item must be {level} or higher and match “{query}”.</source>
        <translation>項目須為{level}或以上，並符合「{query}」。</translation>
    </message>
    <message>
        <source>The item must be {level} or higher.</source>
        <translation>項目須為{level}或以上。</translation>
    </message>
    <message>
        <source>Only with an item within {window} of it: {level} or higher{query}.</source>
        <translation>前後 {window}內須有項目：{level}或以上{query}。</translation>
    </message>
    <message>
        <source>Only from {start} to {end} HKT; what still holds at {start} is told then.</source>
        <translation>只限香港時間 {start} 至 {end}；到 {start} 時仍成立者，屆時通知。</translation>
    </message>
    <message>
        <source>It must hold for {count} readings in a row.</source>
        <translation>須連續 {count} 次讀數成立。</translation>
    </message>
    <message>
        <source>Each firing is put in the inbox.</source>
        <translation>每次觸發均放入收件匣。</translation>
    </message>
    <message>
        <source>Without a sound.</source>
        <translation>不發聲。</translation>
    </message>
    <message>
        <source>Its sound is “{name}”.</source>
        <translation>通知聲為「{name}」。</translation>
    </message>
    <message>
        <source>Items are not replayed: no preview for this alert.</source>
        <translation>項目不作重播：此提示沒有預覽。</translation>
    </message>
    <message>
        <source>Stored prices say nothing about this alert.</source>
        <translation>已存價格無法用以預覽此提示。</translation>
    </message>
    <message>
        <source>No stored prices yet: the preview begins with the first hours watched.</source>
        <translation>尚無已存價格：監察數小時後便有預覽。</translation>
    </message>
    <message>
        <source>Would not have fired in {span}</source>
        <translation>過去 {span}不會觸發</translation>
    </message>
    <message>
        <source>Would have fired once in {span}</source>
        <translation>過去 {span}會觸發 1 次</translation>
    </message>
    <message>
        <source>Would have fired {count} times in {span}</source>
        <translation>過去 {span}會觸發 {count} 次</translation>
    </message>
    <message>
        <source>median {span} apart</source>
        <translation>相隔中位數 {span}</translation>
    </message>
    <message>
        <source>without the band {count}</source>
        <translation>不設緩衝則 {count} 次</translation>
    </message>
    <message>
        <source>Prices are known since {day} only; what was before does not count.</source>
        <translation>價格只由{day}起有紀錄；之前的不計算在內。</translation>
    </message>
    <message>
        <source>All of it fetched history: hollow marks.</source>
        <translation>全部為下載的歷史數據：以空心標記表示。</translation>
    </message>
    <message>
        <source>All of it own readings.</source>
        <translation>全部為自行讀取的數據。</translation>
    </message>
    <message>
        <source>Own readings since {time}; before that fetched history, hollow marks.</source>
        <translation>自 {time} 起為自行讀取的數據；此前為下載的歷史數據，以空心標記表示。</translation>
    </message>
    <message>
        <source>Tell me once, when {event}.</source>
        <translation>{event}，即通知一次。</translation>
    </message>
    <message>
        <source>Tell me each time {event}, at most every {minutes} min.</source>
        <translation>{event}，每次均通知，最多每 {minutes} 分鐘一次。</translation>
    </message>
    <message>
        <source>Tell me each time {event}, at most every {minutes} min; ready again once it is back below {rearm}.</source>
        <translation>{event}，每次均通知，最多每 {minutes} 分鐘一次；回落至 {rearm} 以下後重啟。</translation>
    </message>
    <message>
        <source>Tell me each time {event}, at most every {minutes} min; ready again once it is back above {rearm}.</source>
        <translation>{event}，每次均通知，最多每 {minutes} 分鐘一次；回升至 {rearm} 以上後重啟。</translation>
    </message>
    <message>
        <source>Until {time} HKT.</source>
        <translation>有效至香港時間 {time}。</translation>
    </message>
    <message>
        <source>Enter a level.</source>
        <translation>請輸入價位。</translation>
    </message>
    <message>
        <source>The level is not a number. Write it like 95,000 or 95k.</source>
        <translation>價位不是數字。請輸入如 95,000 或 95k。</translation>
    </message>
    <message>
        <source>The level must be above zero.</source>
        <translation>價位必須大於零。</translation>
    </message>
    <message>
        <source>The band is not a number. Write it like 0.25.</source>
        <translation>緩衝幅度不是數字。請輸入如 0.25。</translation>
    </message>
    <message>
        <source>The band must be from 0 to below 50 %.</source>
        <translation>緩衝幅度須由 0 至少於 50 %。</translation>
    </message>
    <message>
        <source>The pause must be a whole number of minutes.</source>
        <translation>相隔時間須為整數分鐘。</translation>
    </message>
    <message>
        <source>The pause must be from 0 to 10,080 minutes (7 days).</source>
        <translation>相隔時間須為 0 至 10,080 分鐘（7 日）。</translation>
    </message>
    <message>
        <source>The alert has expired. Choose a new end.</source>
        <translation>提示已到期。請另選到期時間。</translation>
    </message>
    <message>
        <source>The upper end must lie above the lower one, with room for the band between.</source>
        <translation>上限須高於下限，並容得下緩衝幅度。</translation>
    </message>
    <message>
        <source>The per cent must be a number above zero, like 3 or 0.5.</source>
        <translation>百分比須為大於零的數字，例如 3 或 0.5。</translation>
    </message>
    <message>
        <source>The time must be a whole number, at most 31 days; for highs at least an hour.</source>
        <translation>時間須為整數，最長 31 日；新高、新低最短 1 小時。</translation>
    </message>
    <message>
        <source>Readings in a row must be from 1 to 20.</source>
        <translation>連續讀數須為 1 至 20 次。</translation>
    </message>
    <message>
        <source>The item&apos;s time must be from 1 to 10,080 minutes (7 days).</source>
        <translation>與項目相隔的時間須為 1 至 10,080 分鐘（7 日）。</translation>
    </message>
    <message>
        <source>The search cannot be read. Try it in the search box first.</source>
        <translation>無法解讀搜尋條件。請先在搜尋欄試用。</translation>
    </message>
    <message>
        <source>Write a day of the past like 2026-01-31.</source>
        <translation>請輸入過去的日期如 2026-01-31。</translation>
    </message>
    <message>
        <source>Write the hours like 08:00–23:00.</source>
        <translation>請輸入時段如 08:00–23:00。</translation>
    </message>
    <message>
        <source>Already above {level}. Fires on the next crossing.</source>
        <translation>現價已高於 {level}，下次穿越時觸發。</translation>
    </message>
    <message>
        <source>Already below {level}. Fires on the next crossing.</source>
        <translation>現價已低於 {level}，下次穿越時觸發。</translation>
    </message>
    <message>
        <source>{percent} above {price}</source>
        <translation>較 {price} 高 {percent}</translation>
    </message>
    <message>
        <source>{percent} below {price}</source>
        <translation>較 {price} 低 {percent}</translation>
    </message>
    <message>
        <source>ready again below {level}</source>
        <translation>低於 {level} 重啟</translation>
    </message>
    <message>
        <source>ready again above {level}</source>
        <translation>高於 {level} 重啟</translation>
    </message>
</context>
<context>
    <name>AlertFields</name>
    <message>
        <source>up or down</source>
        <translation>升或跌</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下跌</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>all time</source>
        <translation>歷來</translation>
    </message>
    <message>
        <source>since a day</source>
        <translation>自某日起</translation>
    </message>
    <message>
        <source>{level} or higher</source>
        <translation>{level}或以上</translation>
    </message>
    <message>
        <source>Notify: {level}</source>
        <translation>通知：{level}</translation>
    </message>
    <message>
        <source>as the level</source>
        <translation>按級別</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無聲</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>短音</translation>
    </message>
    <message>
        <source>chime</source>
        <translation>鐘聲</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>警報聲</translation>
    </message>
    <message>
        <source>Sound: {name}</source>
        <translation>通知聲：{name}</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>永不到期</translation>
    </message>
    <message>
        <source>expires after 1 day</source>
        <translation>1 日後到期</translation>
    </message>
    <message>
        <source>expires after 1 week</source>
        <translation>1 星期後到期</translation>
    </message>
    <message>
        <source>expires after 1 month</source>
        <translation>1 個月後到期</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>觸發條件</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>價位</translation>
    </message>
    <message>
        <source>Upper end of the range</source>
        <translation>範圍上限</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Length of time</source>
        <translation>時間長度</translation>
    </message>
    <message>
        <source>The day from which it counts</source>
        <translation>起計日期</translation>
    </message>
    <message>
        <source>Sound of the notification</source>
        <translation>通知聲</translation>
    </message>
    <message>
        <source>Put each firing in the inbox</source>
        <translation>每次觸發均放入收件匣</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>時間單位</translation>
    </message>
    <message>
        <source>Level of the item</source>
        <translation>項目級別</translation>
    </message>
    <message>
        <source>Minutes between item and price</source>
        <translation>項目與價格相隔分鐘數</translation>
    </message>
    <message>
        <source>Search the item must match</source>
        <translation>項目須符合的搜尋條件</translation>
    </message>
    <message>
        <source>Hours of the day in Hong Kong</source>
        <translation>香港時間的時段</translation>
    </message>
    <message>
        <source>Readings in a row</source>
        <translation>連續讀數次數</translation>
    </message>
    <message>
        <source>Re-arm band in percent</source>
        <translation>重啟緩衝幅度（百分比）</translation>
    </message>
    <message>
        <source>Least minutes between two notifications</source>
        <translation>兩次通知最少相隔分鐘數</translation>
    </message>
    <message>
        <source>Level of the notification</source>
        <translation>通知級別</translation>
    </message>
    <message>
        <source>End of the alert</source>
        <translation>提示到期時間</translation>
    </message>
    <message>
        <source>Note to yourself</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>reading is enough</source>
        <translation>次讀數即可</translation>
    </message>
    <message>
        <source>readings in a row</source>
        <translation>次連續讀數</translation>
    </message>
    <message>
        <source>for at least</source>
        <translation>持續最少</translation>
    </message>
    <message>
        <source>of the last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>within</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>When</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>And</source>
        <translation>並且</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>只限</translation>
    </message>
    <message>
        <source>Re-arm</source>
        <translation>重啟</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>put in inbox</source>
        <translation>放入收件匣</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>only with an item</source>
        <translation>須同時有項目</translation>
    </message>
    <message>
        <source>search it must match: src:sfc licence</source>
        <translation>須符合的搜尋條件，例如 src:sfc 牌照</translation>
    </message>
    <message>
        <source>between</source>
        <translation>時段</translation>
    </message>
    <message>
        <source>% band</source>
        <translation>% 緩衝</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>every time, at most every</source>
        <translation>每次，最多每</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分鐘一次</translation>
    </message>
    <message>
        <source>rises above</source>
        <translation>升穿</translation>
    </message>
    <message>
        <source>falls below</source>
        <translation>跌穿</translation>
    </message>
    <message>
        <source>crosses</source>
        <translation>穿越</translation>
    </message>
    <message>
        <source>is above (reminds)</source>
        <translation>高於（重複提醒）</translation>
    </message>
    <message>
        <source>is below (reminds)</source>
        <translation>低於（重複提醒）</translation>
    </message>
    <message>
        <source>passes every</source>
        <translation>穿越每</translation>
    </message>
    <message>
        <source>enters the range</source>
        <translation>進入範圍</translation>
    </message>
    <message>
        <source>leaves the range</source>
        <translation>離開範圍</translation>
    </message>
    <message>
        <source>moves by</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>moves from here by</source>
        <translation>較現價變動</translation>
    </message>
    <message>
        <source>makes a new high</source>
        <translation>創新高</translation>
    </message>
    <message>
        <source>makes a new low</source>
        <translation>創新低</translation>
    </message>
    <message>
        <source>has no price for</source>
        <translation>沒有價格達</translation>
    </message>
    <message>
        <source>HK$ premium to US$</source>
        <translation>港元對美元溢價</translation>
    </message>
    <message>
        <source>only an item</source>
        <translation>只看項目</translation>
    </message>
</context>
<context>
    <name>AlertList</name>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Arm again</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>End snooze</source>
        <translation>取消延後</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 小時後再提</translation>
    </message>
    <message>
        <source>What fired…</source>
        <translation>觸發紀錄…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>價格提示</translation>
    </message>
</context>
<context>
    <name>AlertLog</name>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>What fired</source>
        <translation>觸發紀錄</translation>
    </message>
    <message>
        <source>What fired: {alert}</source>
        <translation>觸發紀錄：{alert}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Acknowledge all of these</source>
        <translation>全部確認</translation>
    </message>
    <message>
        <source>Time (HKT)</source>
        <translation>香港時間</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Nothing has fired yet.</source>
        <translation>尚未有提示觸發。</translation>
    </message>
    <message>
        <source>found later</source>
        <translation>事後發現</translation>
    </message>
    <message>
        <source>recorded, not told</source>
        <translation>已記錄，未通知</translation>
    </message>
    <message>
        <source>measured from</source>
        <translation>起計價</translation>
    </message>
    <message>
        <source>reached between {start} and {end}</source>
        <translation>於 {start} 至 {end} 之間到價</translation>
    </message>
    <message>
        <source>at USD/HKD {rate}</source>
        <translation>USD/HKD {rate}</translation>
    </message>
    <message>
        <source>from fetched bars of several venues</source>
        <translation>取自多個平台的下載數據</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Above {level}</source>
        <translation>升穿 {level}</translation>
    </message>
    <message>
        <source>Below {level}</source>
        <translation>跌穿 {level}</translation>
    </message>
    <message>
        <source>Crosses {level}</source>
        <translation>穿越 {level}</translation>
    </message>
    <message>
        <source>Every {percent}</source>
        <translation>每 {percent}</translation>
    </message>
    <message>
        <source>Every {level}</source>
        <translation>每 {level}</translation>
    </message>
    <message>
        <source>Into {level}–{upper}</source>
        <translation>進入 {level}–{upper}</translation>
    </message>
    <message>
        <source>Out of {level}–{upper}</source>
        <translation>離開 {level}–{upper}</translation>
    </message>
    <message>
        <source>{share} in {window}</source>
        <translation>{window}內 {share}</translation>
    </message>
    <message>
        <source>{share} from the last mark</source>
        <translation>較上次標記 {share}</translation>
    </message>
    <message>
        <source>New high since {day}</source>
        <translation>{day}以來新高</translation>
    </message>
    <message>
        <source>New low since {day}</source>
        <translation>{day}以來新低</translation>
    </message>
    <message>
        <source>New {window} high</source>
        <translation>{window}新高</translation>
    </message>
    <message>
        <source>New all-time high</source>
        <translation>歷史新高</translation>
    </message>
    <message>
        <source>New {window} low</source>
        <translation>{window}新低</translation>
    </message>
    <message>
        <source>New all-time low</source>
        <translation>歷史新低</translation>
    </message>
    <message>
        <source>No price for {window}</source>
        <translation>{window}沒有價格</translation>
    </message>
    <message>
        <source>HK$ premium {share}</source>
        <translation>港元溢價 {share}</translation>
    </message>
    <message>
        <source>Item: {name}</source>
        <translation>項目：{name}</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>已啟動</translation>
    </message>
    <message>
        <source>{percent} away</source>
        <translation>相距 {percent}</translation>
    </message>
    <message>
        <source>reached, waiting for an item until {time}</source>
        <translation>已到價，待項目出現，至 {time}</translation>
    </message>
    <message>
        <source>reached, reading {seen} of {count}</source>
        <translation>已到價，第 {seen} 次讀數，共 {count} 次</translation>
    </message>
    <message>
        <source>waits to re-arm</source>
        <translation>等待重啟</translation>
    </message>
    <message>
        <source>re-arms {sign} {level}</source>
        <translation>{sign} {level} 重啟</translation>
    </message>
    <message>
        <source>snoozed until {time}</source>
        <translation>延後至 {time}</translation>
    </message>
    <message>
        <source>expired {time}</source>
        <translation>{time} 到期</translation>
    </message>
    <message>
        <source>fired {time}</source>
        <translation>{time} 觸發</translation>
    </message>
    <message>
        <source>already above</source>
        <translation>現價已高於</translation>
    </message>
    <message>
        <source>already below</source>
        <translation>現價已低於</translation>
    </message>
    <message>
        <source>warms up until {time}</source>
        <translation>累積數據至 {time}</translation>
    </message>
    <message>
        <source>beats {price}</source>
        <translation>須突破 {price}</translation>
    </message>
    <message>
        <source>from {price} at {time}</source>
        <translation>自 {time} 的 {price} 起計</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: one source</source>
        <translation>自{time}起無法評估：只有一個來源</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: sources differ</source>
        <translation>自 {time} 起無法判斷：來源不一致</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: no HK$ rate</source>
        <translation>自 {time} 起無法判斷：欠港元匯率</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: no HK venue</source>
        <translation>自{time}起無法評估：沒有香港平台</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: unreadable search</source>
        <translation>自{time}起無法評估：搜尋條件無法讀取</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: no price</source>
        <translation>自 {time} 起無法判斷：沒有價格</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分鐘</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小時</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小時 {1} 分鐘</translation>
    </message>
    <message>
        <source>{start} to {end} HKT</source>
        <translation>香港時間 {start} 至 {end}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} 至 {end}</translation>
    </message>
    <message>
        <source>{length}: {facts}</source>
        <translation>{length}：{facts}</translation>
    </message>
    <message>
        <source>{0} critical</source>
        <translation>緊急 {0} 項</translation>
    </message>
    <message>
        <source>{0} high</source>
        <translation>重要 {0} 項</translation>
    </message>
    <message>
        <source>1 licence change</source>
        <translation>牌照變動 1 項</translation>
    </message>
    <message>
        <source>{0} licence changes</source>
        <translation>牌照變動 {0} 項</translation>
    </message>
    <message>
        <source>1 deadline extended</source>
        <translation>截止日期延後 1 個</translation>
    </message>
    <message>
        <source>{0} deadlines extended</source>
        <translation>截止日期延後 {0} 個</translation>
    </message>
    <message>
        <source>1 deadline brought forward</source>
        <translation>截止日期提前 1 個</translation>
    </message>
    <message>
        <source>{0} deadlines brought forward</source>
        <translation>截止日期提前 {0} 個</translation>
    </message>
    <message>
        <source>1 price alert</source>
        <translation>價格提示 1 個</translation>
    </message>
    <message>
        <source>{0} price alerts</source>
        <translation>價格提示 {0} 個</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>nothing happened that was to be told</source>
        <translation>沒有須通知的事項</translation>
    </message>
    <message>
        <source>not watched: nothing was asked in this time</source>
        <translation>未有監察：期間不作查詢</translation>
    </message>
    <message>
        <source>1 check</source>
        <translation>檢查 1 次</translation>
    </message>
    <message>
        <source>{0} checks</source>
        <translation>檢查 {0} 次</translation>
    </message>
    <message>
        <source>{0} of {1} sources answered</source>
        <translation>{1} 個來源中 {0} 個有回應</translation>
    </message>
    <message>
        <source>not watched for {0}</source>
        <translation>{0}未有監察</translation>
    </message>
    <message>
        <source>extended {0} → {1}</source>
        <translation>延後 {0} → {1}</translation>
    </message>
    <message>
        <source>brought forward {0} → {1}</source>
        <translation>提前 {0} → {1}</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>已有總結</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>今日截止</translation>
    </message>
    <message>
        <source>1 working day left</source>
        <translation>尚餘 1 個工作日</translation>
    </message>
    <message>
        <source>{0} working days left</source>
        <translation>尚餘 {0} 個工作日</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>事後還原</translation>
    </message>
    <message>
        <source>logged without a notice</source>
        <translation>已記錄，未通知</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>high {high} {high_at} · low {low} {low_at}</source>
        <translation>最高 {high}（{high_at}） · 最低 {low}（{low_at}）</translation>
    </message>
    <message>
        <source>{0} has failed since {1}</source>
        <translation>{0}：自 {1} 起失效</translation>
    </message>
    <message>
        <source>{0} failed {1}</source>
        <translation>{0}：{1} 失效</translation>
    </message>
    <message>
        <source>1 check failed</source>
        <translation>1 次檢查失敗</translation>
    </message>
    <message>
        <source>{0} checks failed</source>
        <translation>{0} 次檢查失敗</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>先後 {0} 次</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>逾時沒有回應</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>找不到主機</translation>
    </message>
    <message>
        <source>no way to the host</source>
        <translation>無法連接主機</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>連線被拒</translation>
    </message>
    <message>
        <source>connection broke off</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>代理伺服器失效</translation>
    </message>
    <message>
        <source>page changed shape</source>
        <translation>網頁格式有變</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>回應空白</translation>
    </message>
    <message>
        <source>no feed in the answer</source>
        <translation>回應不含訂閱來源</translation>
    </message>
    <message>
        <source>a web page in place of the feed</source>
        <translation>收到網頁而非訂閱來源</translation>
    </message>
    <message>
        <source>{0} had a gap {1}</source>
        <translation>{0}：{1} 有缺口</translation>
    </message>
    <message>
        <source>filled {0} from the archive</source>
        <translation>已於 {0} 從存檔補回</translation>
    </message>
    <message>
        <source>filled from the archive</source>
        <translation>已從存檔補回</translation>
    </message>
    <message>
        <source>not filled; dismissed</source>
        <translation>未補回；已關閉提醒</translation>
    </message>
    <message>
        <source>not filled: items of this time may be missing</source>
        <translation>未補回：此時段的項目可能有遺漏</translation>
    </message>
    <message>
        <source>Nothing was watched {0}</source>
        <translation>{0}：未有監察</translation>
    </message>
    <message>
        <source>asleep, offline or not running for {0}</source>
        <translation>休眠、離線或停止執行達 {0}</translation>
    </message>
    <message>
        <source>Price alert</source>
        <translation>價格提示</translation>
    </message>
    <message>
        <source>Several new items</source>
        <translation>多項新內容</translation>
    </message>
    <message>
        <source>A source was not reachable</source>
        <translation>有來源無法連線</translation>
    </message>
    <message>
        <source>A deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>A deadline moved</source>
        <translation>截止日期有變</translation>
    </message>
    <message>
        <source>A notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>its notice may not have been shown</source>
        <translation>通知可能未有顯示</translation>
    </message>
    <message>
        <source>Deadlines moved</source>
        <translation>截止日期有變</translation>
    </message>
    <message>
        <source>Deadlines near</source>
        <translation>臨近截止日期</translation>
    </message>
    <message>
        <source>none moved, none near</source>
        <translation>沒有變動，亦無臨近者</translation>
    </message>
    <message>
        <source>nothing needs you at once</source>
        <translation>沒有須即時處理的項目</translation>
    </message>
    <message>
        <source>nothing of this level</source>
        <translation>沒有此級別的項目</translation>
    </message>
    <message>
        <source>Licence changes</source>
        <translation>牌照變動</translation>
    </message>
    <message>
        <source>lists as they were</source>
        <translation>名單沒有變動</translation>
    </message>
    <message>
        <source>Alerts fired</source>
        <translation>已觸發提示</translation>
    </message>
    <message>
        <source>no level reached</source>
        <translation>未有到價</translation>
    </message>
    <message>
        <source>and {0} more sources failed for a while</source>
        <translation>另有 {0} 個來源曾失效</translation>
    </message>
    <message>
        <source>Critical and high</source>
        <translation>緊急及重要</translation>
    </message>
    <message>
        <source>Registers and deadlines</source>
        <translation>登記冊及截止日期</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Normal and low</source>
        <translation>一般及次要</translation>
    </message>
    <message>
        <source>May not have been shown</source>
        <translation>可能未有顯示</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>監察狀況</translation>
    </message>
</context>
<context>
    <name>AwayManager</name>
    <message>
        <source>Copied as text</source>
        <translation>已複製為文字</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>離開期間</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Away page cleared</source>
        <translation>已清除離開期間的內容</translation>
    </message>
</context>
<context>
    <name>AwayPage</name>
    <message>
        <source>While you were away</source>
        <translation>離開期間</translation>
    </message>
    <message>
        <source>Nothing of level high or above came in.</source>
        <translation>沒有重要或以上級別的新項目。</translation>
    </message>
    <message>
        <source>Critical and high</source>
        <translation>緊急及重要</translation>
    </message>
    <message>
        <source>Registers and deadlines</source>
        <translation>登記冊及截止日期</translation>
    </message>
    <message>
        <source>Normal and low</source>
        <translation>一般及次要</translation>
    </message>
    <message>
        <source>Show all in the inbox</source>
        <translation>在收件匣顯示全部</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>監察狀況</translation>
    </message>
    <message>
        <source>Reconstructed: found afterwards in prices that were not watched live.</source>
        <translation>事後還原：在未即時監察的價格中發現。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>May not have been shown</source>
        <translation>可能未有顯示</translation>
    </message>
    <message>
        <source>Nothing to catch up on</source>
        <translation>沒有須補看的內容</translation>
    </message>
    <message>
        <source>What happens while you are away from this window for two hours or more stands here.</source>
        <translation>離開此視窗兩小時或以上，期間的事項會在此列出。</translation>
    </message>
    <message>
        <source>Cleared: {0}, {1}</source>
        <translation>已清除：{0}，{1}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Clear this page</source>
        <translation>清除此頁</translation>
    </message>
</context>
<context>
    <name>BodyDialog</name>
    <message>
        <source>Last answer</source>
        <translation>上次回應</translation>
    </message>
    <message>
        <source>What {0} answered last</source>
        <translation>{0} 上次的回應</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>回應內容</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>複製全部</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>came {0} HKT</source>
        <translation>{0} 收到（香港時間）</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 個字元</translation>
    </message>
</context>
<context>
    <name>CarryOver</name>
    <message>
        <source>Export settings</source>
        <translation>匯出設定</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>匯入設定</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已儲存為 {0}。</translation>
    </message>
    <message>
        <source>The file says what holds already; nothing changes.</source>
        <translation>檔案內容與現時設定相同，沒有更改。</translation>
    </message>
    <message>
        <source>1 setting taken over.</source>
        <translation>已套用 1 項設定。</translation>
    </message>
    <message>
        <source>{0} settings taken over.</source>
        <translation>已套用 {0} 項設定。</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>Notifications were not started yet.</source>
        <translation>通知尚未啟動。</translation>
    </message>
    <message>
        <source>Notifications are closed.</source>
        <translation>通知已關閉。</translation>
    </message>
    <message>
        <source>No notification daemon is running.</source>
        <translation>沒有通知服務正在運行。</translation>
    </message>
    <message>
        <source>The notification daemon cannot be used ({0}).</source>
        <translation>無法使用通知服務（{0}）。</translation>
    </message>
    <message>
        <source>The notification daemon did not answer within {0} s.</source>
        <translation>通知服務 {0} 秒內沒有回應。</translation>
    </message>
    <message>
        <source>The notification daemon stopped while it was asked.</source>
        <translation>通知服務在處理要求時停止。</translation>
    </message>
    <message>
        <source>The notification daemon stopped.</source>
        <translation>通知服務已停止。</translation>
    </message>
    <message>
        <source>The notification daemon refused the notice ({0}).</source>
        <translation>通知服務拒絕此通知（{0}）。</translation>
    </message>
    <message>
        <source>There is no D-Bus session bus.</source>
        <translation>沒有 D-Bus 工作階段匯流排。</translation>
    </message>
    <message>
        <source>The D-Bus session bus does not answer ({0}).</source>
        <translation>D-Bus 工作階段匯流排沒有回應（{0}）。</translation>
    </message>
    <message>
        <source>The connection to the D-Bus session bus is lost.</source>
        <translation>與 D-Bus 工作階段匯流排的連線已中斷。</translation>
    </message>
    <message>
        <source>The session bus closed the connection ({0}).</source>
        <translation>工作階段匯流排關閉了連線（{0}）。</translation>
    </message>
    <message>
        <source>The terminal took no text for {0} s.</source>
        <translation>終端機 {0} 秒內沒有接收文字。</translation>
    </message>
    <message>
        <source>The output is closed ({0}).</source>
        <translation>輸出已關閉（{0}）。</translation>
    </message>
    <message>
        <source>The output is closed.</source>
        <translation>輸出已關閉。</translation>
    </message>
    <message>
        <source>The environment variable {0} is not set.</source>
        <translation>未設定環境變數 {0}。</translation>
    </message>
    <message>
        <source>Set it before hkwatch starts, or keep the secret in the keyring.</source>
        <translation>請在 hkwatch 啟動前設定，或將密鑰存於鑰匙圈。</translation>
    </message>
    <message>
        <source>The keyring has no secret for this channel.</source>
        <translation>鑰匙圈沒有此渠道的密鑰。</translation>
    </message>
    <message>
        <source>Edit the channel and enter it again.</source>
        <translation>請編輯渠道並重新輸入。</translation>
    </message>
    <message>
        <source>This system has no keyring that keeps secrets safe.</source>
        <translation>此系統沒有可安全保存密鑰的鑰匙圈。</translation>
    </message>
    <message>
        <source>Install one (GNOME Keyring, KWallet), or name an environment variable {0} that holds it.</source>
        <translation>請安裝一個（GNOME Keyring、KWallet），或指定存有密鑰的環境變數 {0}。</translation>
    </message>
    <message>
        <source>The keyring did not open within {0} s.</source>
        <translation>鑰匙圈 {0} 秒內沒有開啟。</translation>
    </message>
    <message>
        <source>Unlock it; it is asked again.</source>
        <translation>請將其解鎖；稍後會再查詢。</translation>
    </message>
    <message>
        <source>The keyring refused ({0}).</source>
        <translation>鑰匙圈拒絕存取（{0}）。</translation>
    </message>
    <message>
        <source>Unlock it, or name an environment variable {0} that holds the secret.</source>
        <translation>請將其解鎖，或指定存有密鑰的環境變數 {0}。</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>缺少密鑰。</translation>
    </message>
    <message>
        <source>Enter it, or choose no secret.</source>
        <translation>請輸入，或選擇不用密鑰。</translation>
    </message>
    <message>
        <source>The service did not answer within {0} s.</source>
        <translation>服務 {0} 秒內沒有回應。</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>將會重試。</translation>
    </message>
    <message>
        <source>{0} failed ({1}).</source>
        <translation>{0} 失敗（{1}）。</translation>
    </message>
    <message>
        <source>Check the apprise address.</source>
        <translation>請檢查 apprise 網址。</translation>
    </message>
    <message>
        <source>{0} did not take the message. It answered HTTP {1}.</source>
        <translation>{0} 沒有接收訊息，回應為 HTTP {1}。</translation>
    </message>
    <message>
        <source>{0} did not take the message.</source>
        <translation>{0} 沒有接收訊息。</translation>
    </message>
    <message>
        <source>Check the apprise address and the service.</source>
        <translation>請檢查 apprise 網址及該服務。</translation>
    </message>
    <message>
        <source>Check the network and the apprise address.</source>
        <translation>請檢查網絡及 apprise 網址。</translation>
    </message>
    <message>
        <source>apprise is not installed.</source>
        <translation>未安裝 apprise。</translation>
    </message>
    <message>
        <source>Install it: {0}</source>
        <translation>安裝方法：{0}</translation>
    </message>
    <message>
        <source>This address leads to this computer&apos;s own notifications.</source>
        <translation>此網址指向本電腦自身的通知。</translation>
    </message>
    <message>
        <source>Use the settings of notifications for them.</source>
        <translation>請改用通知的設定。</translation>
    </message>
    <message>
        <source>apprise does not know this kind of address.</source>
        <translation>apprise 不認識此類網址。</translation>
    </message>
    <message>
        <source>Check it against apprise&apos;s documentation.</source>
        <translation>請對照 apprise 的說明文件檢查。</translation>
    </message>
    <message>
        <source>The address switches the check of certificates off.</source>
        <translation>此網址會關閉證書檢查。</translation>
    </message>
    <message>
        <source>Remove verify=no from it.</source>
        <translation>請移除其中的 verify=no。</translation>
    </message>
    <message>
        <source>This apprise follows every redirect.</source>
        <translation>此版本的 apprise 會跟隨所有重新導向。</translation>
    </message>
    <message>
        <source>Renew it: {0}</source>
        <translation>更新方法：{0}</translation>
    </message>
    <message>
        <source>No secure connection to {0} ({1}).</source>
        <translation>無法與 {0} 建立安全連線（{1}）。</translation>
    </message>
    <message>
        <source>Something between may be breaking it: a proxy, a filter, or the host itself.</source>
        <translation>可能是代理伺服器、過濾程式或主機本身使連線中斷。</translation>
    </message>
    <message>
        <source>The name {0} was not found.</source>
        <translation>找不到主機 {0}。</translation>
    </message>
    <message>
        <source>Check the network connection and the address.</source>
        <translation>請檢查網絡連線及網址。</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>請檢查網絡連線。</translation>
    </message>
    <message>
        <source>The proxy {0} refuses the connection.</source>
        <translation>代理伺服器 {0} 拒絕連線。</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and HTTP_PROXY.</source>
        <translation>請檢查 HTTPS_PROXY 及 HTTP_PROXY。</translation>
    </message>
    <message>
        <source>{0} refuses the connection.</source>
        <translation>{0} 拒絕連線。</translation>
    </message>
    <message>
        <source>There is no way to {0} from this network.</source>
        <translation>此網絡無法連接 {0}。</translation>
    </message>
    <message>
        <source>{0} broke off before its answer was complete ({1}).</source>
        <translation>{0} 在回應完整前中斷（{1}）。</translation>
    </message>
    <message>
        <source>{0} did not answer completely within {1} s.</source>
        <translation>{0} 在 {1} 秒內沒有完整回應。</translation>
    </message>
    <message>
        <source>The certificate of {0} has run out.</source>
        <translation>{0} 的證書已過期。</translation>
    </message>
    <message>
        <source>The certificate of {0} is not valid yet.</source>
        <translation>{0} 的證書尚未生效。</translation>
    </message>
    <message>
        <source>The certificate of {0} belongs to another host.</source>
        <translation>{0} 的證書屬於另一主機。</translation>
    </message>
    <message>
        <source>The certificate of {0} cannot be traced to an issuer this computer trusts.</source>
        <translation>{0} 的證書無法追溯至本電腦信任的發證機構。</translation>
    </message>
    <message>
        <source>The certificate of {0} is not accepted ({1}).</source>
        <translation>{0} 的證書不獲接受（{1}）。</translation>
    </message>
    <message>
        <source>hkwatch never skips this check.</source>
        <translation>hkwatch 絕不略過此項檢查。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date; if it is right, the host must renew it.</source>
        <translation>請檢查本電腦的日期；如屬正確，須由主機更新證書。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date.</source>
        <translation>請檢查本電腦的日期。</translation>
    </message>
    <message>
        <source>Check the address; a public network may ask you to log in first.</source>
        <translation>請檢查網址；公共網絡或須先行登入。</translation>
    </message>
    <message>
        <source>The host may leave out a part of its chain; if your network inspects traffic, its certificate must be in the system&apos;s store.</source>
        <translation>主機可能漏交部分證書鏈；如您的網絡會檢查流量，其證書須存於系統的證書庫。</translation>
    </message>
    <message>
        <source>{0} sends to another server ({1}), where the message was not taken.</source>
        <translation>{0} 轉往另一伺服器（{1}），訊息沒有隨之送出。</translation>
    </message>
    <message>
        <source>If that is where it belongs, change the address.</source>
        <translation>如應送往該處，請更改網址。</translation>
    </message>
    <message>
        <source>{0} sends to another page, where the message would not arrive.</source>
        <translation>{0} 轉往另一網頁，訊息無法送達。</translation>
    </message>
    <message>
        <source>{0} asked not to be asked for another {1} s.</source>
        <translation>{0} 要求在 {1} 秒內不再查詢。</translation>
    </message>
    <message>
        <source>It is asked again after that.</source>
        <translation>其後會再查詢。</translation>
    </message>
    <message>
        <source>{0} sends from a secure to an open address ({1}), which was not followed.</source>
        <translation>{0} 由安全網址轉往未加密的網址（{1}），沒有跟隨。</translation>
    </message>
    <message>
        <source>{0} is no web address.</source>
        <translation>{0} 並非網址。</translation>
    </message>
    <message>
        <source>It must begin with https:// or http://.</source>
        <translation>網址須以 https:// 或 http:// 開首。</translation>
    </message>
    <message>
        <source>The answer of {0} is larger than {1} bytes and was dropped.</source>
        <translation>{0} 的回應超過 {1} 位元組，已捨棄。</translation>
    </message>
    <message>
        <source>{0} calls the request wrong (HTTP {1}).</source>
        <translation>{0} 指要求有誤（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} wants a login (HTTP {1}).</source>
        <translation>{0} 要求登入（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} refuses this program (HTTP {1}).</source>
        <translation>{0} 拒絕此程式（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} does not know this address (HTTP {1}).</source>
        <translation>{0} 沒有此網址（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} says that this address is gone for good (HTTP {1}).</source>
        <translation>{0} 表示此網址已永久移除（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} has blocked this network for asking too often (HTTP {1}).</source>
        <translation>{0} 因查詢過於頻密而封鎖此網絡（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} was asked too often (HTTP {1}).</source>
        <translation>向 {0} 查詢過於頻密（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} may not serve this network for legal reasons (HTTP {1}).</source>
        <translation>{0} 因法律原因不能向此網絡提供服務（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} has a fault of its own (HTTP {1}).</source>
        <translation>{0} 本身有故障（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} cannot reach its own back end (HTTP {1}).</source>
        <translation>{0} 無法連接其後台（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} is overloaded or under maintenance (HTTP {1}).</source>
        <translation>{0} 負載過高或正在維護（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} cannot reach its own back end in time (HTTP {1}).</source>
        <translation>{0} 未能及時連接其後台（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} does not answer the request (HTTP {1}).</source>
        <translation>{0} 不回應此要求（HTTP {1}）。</translation>
    </message>
    <message>
        <source>The source may have changed; check its address.</source>
        <translation>來源可能有變，請檢查其網址。</translation>
    </message>
    <message>
        <source>It is asked again after the pause it wants.</source>
        <translation>待其要求的間隔過後再查詢。</translation>
    </message>
    <message>
        <source>The proxy wants a login (HTTP 407).</source>
        <translation>代理伺服器要求登入（HTTP 407）。</translation>
    </message>
    <message>
        <source>Put name and password into the proxy&apos;s address (HTTPS_PROXY).</source>
        <translation>請在代理伺服器網址（HTTPS_PROXY）加入用戶名稱及密碼。</translation>
    </message>
    <message>
        <source>Check the token.</source>
        <translation>請檢查權杖。</translation>
    </message>
    <message>
        <source>Check the key and the address.</source>
        <translation>請檢查密鑰及網址。</translation>
    </message>
    <message>
        <source>Check the server and the topic.</source>
        <translation>請檢查伺服器及主題。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>請檢查網址。</translation>
    </message>
    <message>
        <source>The receiver must take up to 20 KB.</source>
        <translation>接收方須能接收最多 20 KB。</translation>
    </message>
    <message>
        <source>muted before it could be told</source>
        <translation>通知前已靜音</translation>
    </message>
    <message>
        <source>over before it could be told</source>
        <translation>通知前已結束</translation>
    </message>
    <message>
        <source>dealt with before it could be told</source>
        <translation>通知前已處理</translation>
    </message>
    <message>
        <source>the item is gone</source>
        <translation>項目已不存在</translation>
    </message>
    <message>
        <source>the firing is gone</source>
        <translation>觸發紀錄已不存在</translation>
    </message>
    <message>
        <source>the firings are gone</source>
        <translation>觸發紀錄已不存在</translation>
    </message>
    <message>
        <source>switched off in the settings</source>
        <translation>已在設定中關閉</translation>
    </message>
    <message>
        <source>no sound could be played</source>
        <translation>無法播放音效</translation>
    </message>
    <message>
        <source>It asks to wait {0}.</source>
        <translation>要求等候 {0}。</translation>
    </message>
</context>
<context>
    <name>ChannelEditor</name>
    <message>
        <source>New channel</source>
        <translation>新增渠道</translation>
    </message>
    <message>
        <source>Edit channel</source>
        <translation>編輯渠道</translation>
    </message>
    <message>
        <source>Phone, Team, Duty desk …</source>
        <translation>手機、團隊、值班 …</translation>
    </message>
    <message>
        <source>Quiet hours hold it back</source>
        <translation>勿擾時段暫緩傳送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名稱(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>類別(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>網址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>密鑰(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;From level</source>
        <translation>最低級別(&amp;F)</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>傳送內容</translation>
    </message>
    <message>
        <source>{0}: where it is kept</source>
        <translation>{0}：儲存位置</translation>
    </message>
    <message>
        <source>Kept; type to replace it</source>
        <translation>已儲存；輸入即取代</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>環境變數</translation>
    </message>
    <message>
        <source>{0}: enter it.</source>
        <translation>請輸入{0}。</translation>
    </message>
    <message>
        <source>Saving. The keyring may ask to be unlocked.</source>
        <translation>正在儲存。可能須解鎖鑰匙圈。</translation>
    </message>
    <message>
        <source>Saving.</source>
        <translation>正在儲存。</translation>
    </message>
</context>
<context>
    <name>ChannelManager</name>
    <message>
        <source>channel {0} fails</source>
        <translation>渠道「{0}」失效</translation>
    </message>
    <message>
        <source>{0} channels fail</source>
        <translation>{0} 個渠道失效</translation>
    </message>
    <message>
        <source>The channel was not saved</source>
        <translation>渠道未能儲存</translation>
    </message>
    <message>
        <source>The test did not arrive: {0}</source>
        <translation>測試未能送達：{0}</translation>
    </message>
    <message>
        <source>Test sent: {0}</source>
        <translation>已傳送測試：{0}</translation>
    </message>
    <message>
        <source>This window only reads.</source>
        <translation>此視窗為唯讀。</translation>
    </message>
    <message>
        <source>Channel removed: {0}</source>
        <translation>已移除渠道：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>E-mail, Telegram, Slack … (apprise)</source>
        <translation>電郵、Telegram、Slack 等（apprise）</translation>
    </message>
    <message>
        <source>A JSON object is posted to the address. With a key it is signed with HMAC-SHA256.</source>
        <translation>以 POST 向網址傳送 JSON 物件。如有金鑰，會以 HMAC-SHA256 簽署。</translation>
    </message>
    <message>
        <source>Notifications on your phone, by ntfy.sh or a server of your own. Whoever knows the topic can read it.</source>
        <translation>經 ntfy.sh 或自設伺服器傳送手機通知。知道主題名稱者均可閱讀。</translation>
    </message>
    <message>
        <source>Needs the extra apprise: {0}. Its address holds the password, so it is kept as a secret.</source>
        <translation>須另裝 apprise 組件：{0}。其網址含密碼，因此作為密鑰儲存。</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>簽署金鑰</translation>
    </message>
    <message>
        <source>Token or user:password</source>
        <translation>權杖或 user:password</translation>
    </message>
    <message>
        <source>Apprise address</source>
        <translation>Apprise 網址</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>鑰匙圈</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>環境變數</translation>
    </message>
    <message>
        <source>Announcements and news</source>
        <translation>公告及新聞</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>價格提示</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登記冊</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>監察狀況</translation>
    </message>
    <message>
        <source>Give the channel a name.</source>
        <translation>請輸入渠道名稱。</translation>
    </message>
    <message>
        <source>The name may have 60 characters at most.</source>
        <translation>名稱最多 60 個字元。</translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation>請輸入網址。</translation>
    </message>
    <message>
        <source>That is no web address; it must begin with https://.</source>
        <translation>這不是網址；須以 https:// 開首。</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address; enter them as the secret.</source>
        <translation>網址請勿包含用戶名稱及密碼；請在密鑰欄輸入。</translation>
    </message>
    <message>
        <source>http:// is only for this computer and the local network; use https://.</source>
        <translation>http:// 只可用於這部電腦及區域網絡；請用 https://。</translation>
    </message>
    <message>
        <source>An ntfy address is server and topic: https://ntfy.sh/your-topic.</source>
        <translation>ntfy 網址由伺服器及主題組成：https://ntfy.sh/your-topic。</translation>
    </message>
    <message>
        <source>Tick what is to be sent.</source>
        <translation>請勾選要傳送的內容。</translation>
    </message>
    <message>
        <source>Enter the apprise address.</source>
        <translation>請輸入 Apprise 網址。</translation>
    </message>
    <message>
        <source>The variable&apos;s name is HKWATCH_SECRET_, then capital letters, digits and _.</source>
        <translation>變數名稱須為 HKWATCH_SECRET_，後接大寫英文字母、數字及 _。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失效</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>尚未傳送</translation>
    </message>
    <message>
        <source>Last success {0} HKT</source>
        <translation>上次成功：香港時間 {0}</translation>
    </message>
    <message>
        <source>waiting: {0}</source>
        <translation>等待中：{0}</translation>
    </message>
    <message>
        <source>next try {0} HKT</source>
        <translation>下次重試：香港時間 {0}</translation>
    </message>
    <message>
        <source>Failed {0} HKT: {1} {2}</source>
        <translation>香港時間 {0} 失敗：{1} {2}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ChannelsDialog</name>
    <message>
        <source>{0} and above</source>
        <translation>{0}及以上</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>傳送中 …</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>傳送測試(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢復(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>Not delivered: {0}</source>
        <translation>未送達：{0}</translation>
    </message>
    <message>
        <source>May have arrived: hkwatch ended while it was being sent.</source>
        <translation>可能已送達：傳送期間 hkwatch 已結束。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Further ways out for notifications. What fails is tried again after 1, 5, 30 and 120 minutes.</source>
        <translation>傳送通知的其他途徑。失敗的通知會於 1、5、30 及 120 分鐘後重試。</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>尚無渠道</translation>
    </message>
    <message>
        <source>A webhook, ntfy on your phone, or e-mail, Telegram and Slack by apprise.</source>
        <translation>可用 webhook、手機上的 ntfy，或經 apprise 使用電郵、Telegram 及 Slack。</translation>
    </message>
    <message>
        <source>&amp;Add a channel…</source>
        <translation>新增渠道(&amp;A)…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>To</source>
        <translation>傳送至</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>級別</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Last success, HKT</source>
        <translation>上次成功（香港時間）</translation>
    </message>
    <message>
        <source>Time, HKT</source>
        <translation>香港時間</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送達</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>新增(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編輯(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ChartCanvas</name>
    <message>
        <source>Loading prices…</source>
        <translation>正在載入價格…</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>未有價格</translation>
    </message>
    <message>
        <source>Collecting prices since {time}</source>
        <translation>自 {time} 起收集價格</translation>
    </message>
    <message>
        <source>Prices since {time}</source>
        <translation>價格始於 {time}</translation>
    </message>
    <message>
        <source>{span}: lowest {low}, highest {high}</source>
        <translation>{span}：最低 {low}，最高 {high}</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Prices as a table</source>
        <translation>價格表</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ChipsRow</name>
    <message>
        <source>Filters</source>
        <translation>篩選</translation>
    </message>
</context>
<context>
    <name>ChosenSources</name>
    <message>
        <source>{0} of {1} sources</source>
        <translation>{1} 個來源中的 {0} 個</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Sources one by one, before any is asked</source>
        <translation>逐一選擇來源；選定前不會查詢</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Citation and text copied</source>
        <translation>已複製引用及內文</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>已複製引用</translation>
    </message>
    <message>
        <source>{0} citations copied</source>
        <translation>已複製 {0} 項引用</translation>
    </message>
    <message>
        <source>One a line, in the list&apos;s order.</source>
        <translation>每行一項，依清單次序。</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>複製引用</translation>
    </message>
    <message>
        <source>With the text</source>
        <translation>連同內文</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Markdown 格式</translation>
    </message>
    <message>
        <source>As HTML</source>
        <translation>HTML 格式</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Close hkwatch</source>
        <translation>關閉 hkwatch</translation>
    </message>
    <message>
        <source>Keep watching when the window is closed?</source>
        <translation>關閉視窗後繼續監察？</translation>
    </message>
    <message>
        <source>In the tray hkwatch goes on watching and notifies you. You can quit it there at any time.</source>
        <translation>hkwatch 會在系統匣繼續監察並發出通知，可隨時在該處結束。</translation>
    </message>
    <message>
        <source>There is no tray here. hkwatch would go on unseen; starting it again shows the window.</source>
        <translation>此處沒有系統匣。hkwatch 會在背景運作；再次啟動即可顯示視窗。</translation>
    </message>
    <message>
        <source>Do the same next time</source>
        <translation>下次照此處理</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Keep watching in the tray</source>
        <translation>在系統匣繼續監察</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation>繼續監察</translation>
    </message>
</context>
<context>
    <name>ConditionEdit</name>
    <message>
        <source>This query says more than rows can show.</source>
        <translation>此語法的內容無法逐行顯示。</translation>
    </message>
    <message>
        <source>As a query</source>
        <translation>搜尋語法</translation>
    </message>
    <message>
        <source>The condition as a query</source>
        <translation>以搜尋語法表示的條件</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This window only reads</source>
        <translation>此視窗為唯讀</translation>
    </message>
    <message>
        <source>Another hkwatch watches with this folder.</source>
        <translation>另一個 hkwatch 正使用此資料夾監察。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Price alert removed</source>
        <translation>價格提示已移除</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>無法讀取資料庫</translation>
    </message>
    <message>
        <source>The watcher did not stop</source>
        <translation>監察程式未有停止</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 item</source>
        <translation>1 項</translation>
    </message>
    <message>
        <source>%n items</source>
        <translation>%n 項</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 個來源</translation>
    </message>
    <message>
        <source>%n sources</source>
        <translation>%n 個來源</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 處改動</translation>
    </message>
    <message>
        <source>%n changes</source>
        <translation>%n 處改動</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查次數</translation>
    </message>
    <message>
        <source>Good answers</source>
        <translation>成功回應</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>可用率</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>最長中斷</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Back-filled</source>
        <translation>已補回</translation>
    </message>
    <message>
        <source>Watched since</source>
        <translation>監察起始</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 日 {1} 小時</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小時 {1} 分鐘</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分鐘</translation>
    </message>
    <message>
        <source>nothing was counted in this month</source>
        <translation>本月沒有統計資料</translation>
    </message>
    <message>
        <source>{0} sources</source>
        <translation>{0} 個來源</translation>
    </message>
    <message>
        <source>{0} checks</source>
        <translation>檢查 {0} 次</translation>
    </message>
    <message>
        <source>{0} good ({1})</source>
        <translation>成功 {0} 次（{1}）</translation>
    </message>
    <message>
        <source>uptime {0}</source>
        <translation>可用率 {0}</translation>
    </message>
    <message>
        <source>nothing watched for {0}</source>
        <translation>共 {0}未有監察</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>{0}, not the whole month</source>
        <translation>{0}，並非整月</translation>
    </message>
    <message>
        <source>Uptime is the share of the time in which a source’s last good answer was no older than three times its usual pause, and at least an hour. While the computer slept, was offline or hkwatch was not running, every source is silent. A gap is a time whose items may be missing; it is back-filled where the publisher’s archive was read for it.</source>
        <translation>可用率指來源上次成功回應距當時不超過平常間隔三倍（最少一小時）的時間比例。電腦休眠、離線或 hkwatch 停止執行期間，所有來源均視為中斷。缺口指項目可能有遺漏的時段；已讀取發布者存檔補足者，視為已補回。</translation>
    </message>
    <message>
        <source>back-filled {0}</source>
        <translation>{0} 補回</translation>
    </message>
    <message>
        <source>back-filled</source>
        <translation>已補回</translation>
    </message>
    <message>
        <source>not filled</source>
        <translation>未補回</translation>
    </message>
    <message>
        <source>Coverage {0}</source>
        <translation>監察覆蓋 {0}</translation>
    </message>
    <message>
        <source>Nothing was watched</source>
        <translation>未有監察</translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message>
        <source>Reading…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Statement copied</source>
        <translation>已複製報表</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>監察覆蓋</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>儲存為 Markdown…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>儲存為 CSV…</translation>
    </message>
    <message>
        <source>Coverage by source</source>
        <translation>各來源的監察覆蓋</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>CoverageManager</name>
    <message>
        <source>Statement written</source>
        <translation>報表已儲存</translation>
    </message>
    <message>
        <source>The statement was not written</source>
        <translation>報表未能儲存</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>儲存報表</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data folder</source>
        <translation>資料存放位置</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>開啟資料存放位置</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>遷移…</translation>
    </message>
    <message>
        <source>Move the data folder</source>
        <translation>遷移資料存放位置</translation>
    </message>
    <message>
        <source>Use the old folder again</source>
        <translation>重新使用舊資料夾</translation>
    </message>
    <message>
        <source>Delete the old data</source>
        <translation>刪除舊資料</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>將資料遷移至</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Choose another folder.</source>
        <translation>無法寫入 {0}：{1}。請選擇另一資料夾。</translation>
    </message>
    <message>
        <source>Move the data to {0}?</source>
        <translation>將資料遷移至 {0}？</translation>
    </message>
    <message>
        <source>hkwatch stops, copies everything, checks the copy, and starts again from there. The old folder stays as it is until you delete it; until then you can go back.</source>
        <translation>hkwatch 會停止執行，複製全部資料並檢查副本，然後從新位置重新啟動。舊資料夾保持不變，直至您刪除為止；在此之前可隨時返回。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>遷移</translation>
    </message>
    <message>
        <source>Use {0} again?</source>
        <translation>重新使用 {0}？</translation>
    </message>
    <message>
        <source>The data there is as it was at the move. What came since stays in the present folder.</source>
        <translation>該處資料為遷移時的狀態。其後的新資料會留在現時的資料夾。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Delete the old data in {0}?</source>
        <translation>刪除 {0} 的舊資料？</translation>
    </message>
    <message>
        <source>Only hkwatch’s own files there are deleted. There is no way back after that.</source>
        <translation>只會刪除該處屬於 hkwatch 的檔案。刪除後無法復原。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>The old data in {0} is deleted.</source>
        <translation>已刪除 {0} 的舊資料。</translation>
    </message>
    <message>
        <source>This is a network share ({0}). A database may break there, and a lost connection stops the watch. A folder on this computer is safer.</source>
        <translation>這是網絡共用資料夾（{0}）。資料庫可能因此損壞，連線中斷亦會令監察停止。使用這部電腦上的資料夾較安全。</translation>
    </message>
    <message>
        <source>{0} copies this folder to other computers while it is written. A database may break by that. A folder outside it is safer; backups may well lie in it.</source>
        <translation>{0} 會在寫入期間將此資料夾同步至其他電腦，資料庫可能因此損壞。使用其以外的資料夾較安全；備份則可存放於此。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>One a day by itself, the newest seven are kept; your own are never removed.</source>
        <translation>每日自動備份一次，保留最新七份；自行備份的不會移除。</translation>
    </message>
    <message>
        <source>None yet. hkwatch makes the first within a day.</source>
        <translation>尚無備份；hkwatch 會在一日內首次備份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Test restore</source>
        <translation>測試還原</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在複製…</translation>
    </message>
    <message>
        <source>Backed up as {0}.</source>
        <translation>已備份為 {0}。</translation>
    </message>
    <message>
        <source>Restoring into a throw-away file and checking it…</source>
        <translation>正在還原至臨時檔案並檢查…</translation>
    </message>
    <message>
        <source>{0} is sound: {1} items and {2} alerts would come back.</source>
        <translation>{0} 完好：可還原 {1} 個項目及 {2} 個提示。</translation>
    </message>
    <message>
        <source>Restore the copy of {0}?</source>
        <translation>還原 {0} 的備份？</translation>
    </message>
    <message>
        <source>What is stored now is kept as a copy first, so that you can come back to it.</source>
        <translation>會先備份現有資料，以便日後還原。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>匯出及匯入</translation>
    </message>
    <message>
        <source>All settings as a file, without secrets</source>
        <translation>將所有設定存為檔案，不含密鑰</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>匯出設定…</translation>
    </message>
    <message>
        <source>Take settings over from such a file; what would change is shown first</source>
        <translation>從上述檔案匯入設定；會先列出更改內容</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>匯入設定…</translation>
    </message>
    <message>
        <source>The items of the list, as CSV, Excel, JSON and others</source>
        <translation>列表中的項目，存為 CSV、Excel、JSON 等格式</translation>
    </message>
    <message>
        <source>Export items…</source>
        <translation>匯出項目…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>清除全部資料…</translation>
    </message>
    <message>
        <source>Items, marks, alerts, rules, sources of your own, settings and logs. One last backup stays.</source>
        <translation>包括項目、標記、提示、規則、自訂來源、設定及日誌。會保留最後一份備份。</translation>
    </message>
    <message>
        <source>Database {0}  ·  backups {1} ({n})  ·  {2} free</source>
        <translation>資料庫 {0}  ·  備份 {1}（{n} 個）  ·  可用空間 {2}</translation>
    </message>
    <message>
        <source>The folder cannot be written: {0}.</source>
        <translation>無法寫入資料夾：{0}。</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自行備份</translation>
    </message>
    <message>
        <source>before a change</source>
        <translation>更改前</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
</context>
<context>
    <name>DeadlineBoard</name>
    <message>
        <source>{0} open</source>
        <translation>{0} 項未截止</translation>
    </message>
    <message>
        <source>{0} with 3 working days or fewer</source>
        <translation>{0} 項尚餘 3 個工作日或更少</translation>
    </message>
    <message>
        <source>Its paper is older than what is stored here</source>
        <translation>其諮詢文件早於此處儲存的資料</translation>
    </message>
    <message>
        <source>Deadline copied</source>
        <translation>已複製截止日期</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 鍵</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>諮詢總結</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Add to calendar…</source>
        <translation>加入日曆…</translation>
    </message>
    <message>
        <source>All open to calendar…</source>
        <translation>全部未截止者加入日曆…</translation>
    </message>
    <message>
        <source>No deadline is known yet</source>
        <translation>暫無已知的截止日期</translation>
    </message>
    <message>
        <source>Consultations that are open for comments stand here, with the working days left.</source>
        <translation>此處列出現正徵詢意見的諮詢及尚餘工作日。</translation>
    </message>
</context>
<context>
    <name>DeadlineManager</name>
    <message>
        <source>1 deadline written</source>
        <translation>已寫入 1 個截止日期</translation>
    </message>
    <message>
        <source>{0} deadlines written</source>
        <translation>已寫入 {0} 個截止日期</translation>
    </message>
    <message>
        <source>The calendar file was not written</source>
        <translation>未能寫入日曆檔案</translation>
    </message>
</context>
<context>
    <name>DeadlineStrip</name>
    <message>
        <source>Add to calendar…</source>
        <translation>加入日曆…</translation>
    </message>
    <message>
        <source>All deadlines</source>
        <translation>所有截止日期</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Consultation</source>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>機構</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日數</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>諮詢總結</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未截止</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已過</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>日曆檔案 (*.ics)</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>加入日曆</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 個工作日</translation>
    </message>
    <message>
        <source>{0} working days</source>
        <translation>{0} 個工作日</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>已有總結</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>今日截止</translation>
    </message>
    <message>
        <source>Applications by {day} ({left})</source>
        <translation>申請截至 {day}（{left}）</translation>
    </message>
    <message>
        <source>Comments by {day} ({left})</source>
        <translation>意見截至 {day}（{left}）</translation>
    </message>
    <message>
        <source>extended from {0}</source>
        <translation>原定 {0}，已延後</translation>
    </message>
    <message>
        <source>Extended from {0}</source>
        <translation>原定 {0}，已延後</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>已有總結</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{0} wd</source>
        <translation>{0} 個工作日</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Calendar of working days</source>
        <translation>工作日曆</translation>
    </message>
    <message>
        <source>General holidays are known from {0} to {1}.</source>
        <translation>已知 {0} 至 {1} 年的公眾假期。</translation>
    </message>
    <message>
        <source>The last one known is on {0}.</source>
        <translation>最後一個已知假期為 {0}。</translation>
    </message>
    <message>
        <source>No general holidays are known; weekends still count as days off.</source>
        <translation>沒有公眾假期資料；週末仍視為非工作日。</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo: recorded scenario.</source>
        <translation>示範：預錄情境。</translation>
    </message>
    <message>
        <source>Time runs at its normal pace.</source>
        <translation>時間以正常速度前進。</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>示範</translation>
    </message>
    <message>
        <source>Time runs {0} times as fast.</source>
        <translation>時間以 {0} 倍速度進行。</translation>
    </message>
    <message>
        <source>Demo ×{0}</source>
        <translation>示範 ×{0}</translation>
    </message>
</context>
<context>
    <name>Detour</name>
    <message>
        <source>From this notification: %n items.</source>
        <translation>來自此通知：%n 項。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Filter paused to show this item.</source>
        <translation>為顯示此項目，篩選已暫停。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message>
        <source>Critical</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登記冊</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>價格提示</translation>
    </message>
    <message>
        <source>Other official items</source>
        <translation>其他官方項目</translation>
    </message>
    <message>
        <source>Other media items</source>
        <translation>其他媒體項目</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>監察狀況</translation>
    </message>
    <message>
        <source>Hong Kong digital assets: digest</source>
        <translation>香港數字資產：摘要</translation>
    </message>
    <message>
        <source>Written by hkwatch from what it stored. Texts belong to their publishers.</source>
        <translation>由 hkwatch 根據已存資料編製。內文屬其發布者所有。</translation>
    </message>
</context>
<context>
    <name>DocType</name>
    <message>
        <source>Enforcement</source>
        <translation>執法</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>警示名單</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>諮詢總結</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>通函</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法例</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>演說</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>新聞稿</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒體</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing here yet</source>
        <translation>暫無內容</translation>
    </message>
    <message>
        <source>Items appear as the sources answer.</source>
        <translation>來源回應後，項目便會顯示。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>No unread items</source>
        <translation>沒有未讀項目</translation>
    </message>
    <message>
        <source>Show the whole view</source>
        <translation>顯示整個檢視</translation>
    </message>
    <message>
        <source>Nothing of this kind in the view</source>
        <translation>此檢視沒有此類項目</translation>
    </message>
    <message>
        <source>Nothing from {0} yet</source>
        <translation>{0}暫無項目</translation>
    </message>
    <message>
        <source>Nothing is flagged</source>
        <translation>沒有已標示的項目</translation>
    </message>
    <message>
        <source>Nothing is starred</source>
        <translation>沒有已加星的項目</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>沒有待確認的項目</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>沒有已封存的項目</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>此檢視沒有項目</translation>
    </message>
    <message>
        <source>{0} today.</source>
        <translation>今日 {0}。</translation>
    </message>
    <message>
        <source>No match for “{0}”</source>
        <translation>沒有項目符合「{0}」</translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation>搜尋所有時間</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>搜尋全部</translation>
    </message>
    <message>
        <source>Leave out {0}</source>
        <translation>略去 {0}</translation>
    </message>
</context>
<context>
    <name>EngineNotices</name>
    <message>
        <source>{asset} above {level}</source>
        <translation>{asset} 升穿 {level}</translation>
    </message>
    <message>
        <source>{asset} below {level}</source>
        <translation>{asset} 跌穿 {level}</translation>
    </message>
    <message>
        <source>{asset} {share} from {base}</source>
        <translation>{asset} 較 {base} {share}</translation>
    </message>
    <message>
        <source>{asset} crossed {level}</source>
        <translation>{asset} 穿越 {level}</translation>
    </message>
    <message>
        <source>{asset} entered its range at {level}</source>
        <translation>{asset} 於 {level} 進入範圍</translation>
    </message>
    <message>
        <source>{asset} left its range at {level}</source>
        <translation>{asset} 於 {level} 離開範圍</translation>
    </message>
    <message>
        <source>{asset} {share} within {window}</source>
        <translation>{asset} 於 {window}內 {share}</translation>
    </message>
    <message>
        <source>{asset}: highest since {day}</source>
        <translation>{asset} 創 {day} 以來新高</translation>
    </message>
    <message>
        <source>{asset}: lowest since {day}</source>
        <translation>{asset} 創 {day} 以來新低</translation>
    </message>
    <message>
        <source>{asset}: highest in {window}</source>
        <translation>{asset} 創 {window}新高</translation>
    </message>
    <message>
        <source>{asset}: new all-time high</source>
        <translation>{asset} 創歷史新高</translation>
    </message>
    <message>
        <source>{asset}: lowest in {window}</source>
        <translation>{asset} 創 {window}新低</translation>
    </message>
    <message>
        <source>{asset}: new all-time low</source>
        <translation>{asset} 創歷史新低</translation>
    </message>
    <message>
        <source>{asset}: no price for {window}</source>
        <translation>{asset} 已有 {window}沒有價格</translation>
    </message>
    <message>
        <source>{asset} in Hong Kong {share} against US$</source>
        <translation>{asset} 香港價對美元價 {share}</translation>
    </message>
    <message>
        <source>Saved search: {name}</source>
        <translation>已儲存的搜尋：{name}</translation>
    </message>
    <message>
        <source>before: {price}</source>
        <translation>此前 {price}</translation>
    </message>
    <message>
        <source>from {price} at {time}</source>
        <translation>{time} 時為 {price}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>reached {time}</source>
        <translation>於 {time} 到價</translation>
    </message>
    <message>
        <source>crossed between {start} and {end}</source>
        <translation>於 {start} 至 {end} 之間穿越</translation>
    </message>
    <message>
        <source>while hkwatch could not see prices</source>
        <translation>期間 hkwatch 未能取得價格</translation>
    </message>
    <message>
        <source>median of {count}</source>
        <translation>{count} 個來源的中位數</translation>
    </message>
    <message>
        <source>{count} crossings since the last notice</source>
        <translation>自上次通知後穿越 {count} 次</translation>
    </message>
    <message>
        <source>re-arms below {level}</source>
        <translation>低於 {level} 重啟</translation>
    </message>
    <message>
        <source>re-arms above {level}</source>
        <translation>高於 {level} 重啟</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 日</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分鐘</translation>
    </message>
    <message>
        <source>{time} HKT</source>
        <translation>香港時間 {time}</translation>
    </message>
    <message>
        <source>nothing critical</source>
        <translation>沒有緊急項目</translation>
    </message>
    <message>
        <source>{count} critical</source>
        <translation>緊急 {count} 項</translation>
    </message>
    <message>
        <source>{time}: {checks} checks, {good} of {all} sources, {critical}</source>
        <translation>{time}：檢查 {checks} 次，{all} 個來源中 {good} 個正常，{critical}</translation>
    </message>
    <message>
        <source>Since midnight in Hong Kong: {count} high.</source>
        <translation>香港時間凌晨零時至今：重要 {count} 項。</translation>
    </message>
    <message>
        <source>Without a recent answer: {names}</source>
        <translation>近期沒有回應：{names}</translation>
    </message>
    <message>
        <source>The digest was not written</source>
        <translation>摘要未能儲存</translation>
    </message>
    <message>
        <source>Applications by {day}, {count} working days left</source>
        <translation>申請截至 {day}，尚餘 {count} 個工作日</translation>
    </message>
    <message>
        <source>Comments by {day}, {count} working days left</source>
        <translation>意見截至 {day}，尚餘 {count} 個工作日</translation>
    </message>
    <message>
        <source>Saved search: {names}</source>
        <translation>已儲存的搜尋：{names}</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}、{other}</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 項新內容</translation>
    </message>
    <message>
        <source>{title} ({detail})</source>
        <translation>{title}（{detail}）</translation>
    </message>
    <message>
        <source>{day}/{month} {time}</source>
        <translation>{month}月{day}日 {time}</translation>
    </message>
    <message>
        <source>While this computer slept ({span}): {detail}</source>
        <translation>電腦休眠期間（{span}）：{detail}</translation>
    </message>
    <message>
        <source>While hkwatch was not running ({span}): {detail}</source>
        <translation>hkwatch 停止執行期間（{span}）：{detail}</translation>
    </message>
    <message>
        <source>While this computer was offline ({span}): {detail}</source>
        <translation>電腦離線期間（{span}）：{detail}</translation>
    </message>
    <message>
        <source>1 price alert</source>
        <translation>價格提示 1 個</translation>
    </message>
    <message>
        <source>{count} price alerts</source>
        <translation>價格提示 {count} 個</translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation>截止日期 1 個</translation>
    </message>
    <message>
        <source>{count} deadlines</source>
        <translation>截止日期 {count} 個</translation>
    </message>
    <message>
        <source>1 source not readable</source>
        <translation>1 個來源無法讀取</translation>
    </message>
    <message>
        <source>{count} sources not readable</source>
        <translation>{count} 個來源無法讀取</translation>
    </message>
    <message>
        <source>While it was quiet: {detail}</source>
        <translation>勿擾期間：{detail}</translation>
    </message>
    <message>
        <source>Test: {title}</source>
        <translation>測試：{title}</translation>
    </message>
    <message>
        <source>and {count} more price alerts</source>
        <translation>另有 {count} 個價格提示</translation>
    </message>
    <message>
        <source>While away: {count} price alerts</source>
        <translation>離開期間：{count} 個價格提示</translation>
    </message>
    <message>
        <source>{source} not readable for {count} min</source>
        <translation>{source}已 {count} 分鐘無法讀取</translation>
    </message>
    <message>
        <source>{source} not readable for {count} h</source>
        <translation>{source}已有{count}小時無法讀取</translation>
    </message>
    <message>
        <source>{source} not reachable for {count} min</source>
        <translation>{source}已 {count} 分鐘無法連線</translation>
    </message>
    <message>
        <source>{source} not reachable for {count} h</source>
        <translation>{source}已有{count}小時無法連線</translation>
    </message>
    <message>
        <source>Next try {time}.</source>
        <translation>下次檢查：{time}。</translation>
    </message>
    <message>
        <source>{source}: the page changed shape</source>
        <translation>{source}：網頁格式有變</translation>
    </message>
    <message>
        <source>It has not been compared for 24 hours. Look at it and accept it.</source>
        <translation>已 24 小時未作比對。請檢視網頁並接受新格式。</translation>
    </message>
    <message>
        <source>Last day today: {what}</source>
        <translation>今日截止：{what}</translation>
    </message>
    <message>
        <source>No working day left: {what}</source>
        <translation>尚餘 0 個工作日：{what}</translation>
    </message>
    <message>
        <source>1 working day left: {what}</source>
        <translation>尚餘 1 個工作日：{what}</translation>
    </message>
    <message>
        <source>{count} working days left: {what}</source>
        <translation>尚餘 {count} 個工作日：{what}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>Deadline extended {before} → {after}: {what}</source>
        <translation>截止日期延後 {before} → {after}：{what}</translation>
    </message>
    <message>
        <source>Deadline brought forward {before} → {after}: {what}</source>
        <translation>截止日期提前 {before} → {after}：{what}</translation>
    </message>
    <message>
        <source>hkwatch test notification</source>
        <translation>hkwatch 測試通知</translation>
    </message>
    <message>
        <source>This is how hkwatch tells you. A click opens the window.</source>
        <translation>hkwatch 會這樣通知您。按一下即開啟視窗。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 小時後再提</translation>
    </message>
    <message>
        <source>Open chart</source>
        <translation>開啟圖表</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>開啟列表</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>次要</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>High</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>Enforcement</source>
        <translation>執法</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>警示名單</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>諮詢總結</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>通函</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法例</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>演說</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>新聞稿</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒體</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
</context>
<context>
    <name>EraseQuestion</name>
    <message>
        <source>Erase everything hkwatch keeps?</source>
        <translation>清除 hkwatch 的全部資料？</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>清除全部資料</translation>
    </message>
    <message>
        <source>ERASE</source>
        <translation>ERASE</translation>
    </message>
    <message>
        <source>Items with their marks and notes, alerts, prices, rules and sources of your own, settings, older backups and logs. A last backup of it all is made first, checked, and stays in {0}; delete it by hand if you want that gone too.</source>
        <translation>包括項目及其標記和備註、提示、價格、自訂規則及來源、設定、較舊的備份及日誌。清除前會先備份全部資料並檢查，備份保留於 {0}；如要一併清除，請自行刪除。</translation>
    </message>
    <message>
        <source>Type {0} to go on:</source>
        <translation>請輸入 {0} 以繼續：</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation>存證</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到時間</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Answer {number} · {language} · {time} HKT</source>
        <translation>回應 {number} · {language} · 香港時間 {time}</translation>
    </message>
    <message>
        <source>Which answer</source>
        <translation>選擇回應</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>複製 SHA-256</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>Save as .zip…</source>
        <translation>儲存為 .zip…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 位元組</translation>
    </message>
    <message>
        <source>{time} HKT</source>
        <translation>香港時間 {time}</translation>
    </message>
    <message>
        <source>A copy for your records · © {issuer}. Saving it gives no right to publish it again.</source>
        <translation>供您存檔的副本 · © {issuer}。儲存不代表有權再次發布。</translation>
    </message>
    <message>
        <source>Too large to keep: hash and size are those of what came.</source>
        <translation>太大，未有保留：雜湊值及大小按收到的內容計算。</translation>
    </message>
    <message>
        <source>✓ The kept body has this hash.</source>
        <translation>✓ 所存原文與此雜湊值相符。</translation>
    </message>
    <message>
        <source>✕ The kept body has another hash.</source>
        <translation>✕ 所存原文與此雜湊值不符。</translation>
    </message>
    <message>
        <source>This is no text. Save it to look at it with another program.</source>
        <translation>並非文字內容。請儲存後以其他程式檢視。</translation>
    </message>
</context>
<context>
    <name>EvidenceManager</name>
    <message>
        <source>No evidence was kept of this item</source>
        <translation>此項目沒有存證</translation>
    </message>
    <message>
        <source>Its text came with the list, which is not kept, or was never fetched.</source>
        <translation>其內文隨清單取得（清單不予保留），或從未下載。</translation>
    </message>
    <message>
        <source>The evidence could not be read</source>
        <translation>無法讀取存證</translation>
    </message>
    <message>
        <source>Evidence saved</source>
        <translation>存證已儲存</translation>
    </message>
    <message>
        <source>The evidence was not saved</source>
        <translation>存證未能儲存</translation>
    </message>
    <message>
        <source>Save evidence</source>
        <translation>儲存存證</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip 壓縮檔 (*.zip)</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>in {0} to {1}</source>
        <translation>{0}至 {1}後</translation>
    </message>
    <message>
        <source>in {0} or more</source>
        <translation>{0}或更久之後</translation>
    </message>
    <message>
        <source>in more than {0}</source>
        <translation>多於 {0}後</translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation>{0}內</translation>
    </message>
    <message>
        <source>in less than {0}</source>
        <translation>少於 {0}後</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 個工作日</translation>
    </message>
    <message>
        <source>{0} working days</source>
        <translation>{0} 個工作日</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 日</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 星期</translation>
    </message>
    <message>
        <source>{0} weeks</source>
        <translation>{0} 星期</translation>
    </message>
    <message>
        <source>{0}: needs a value, e.g. {1}</source>
        <translation>{0} 須有值，例如 {1}</translation>
    </message>
    <message>
        <source>“{0}” is no date. Examples: {1}.</source>
        <translation>「{0}」不是日期。例子：{1}。</translation>
    </message>
    <message>
        <source>“{0}” is not known here. Did you mean {1}?</source>
        <translation>不認識「{0}」。您是指 {1} 嗎？</translation>
    </message>
    <message>
        <source>“{0}” is not known here. Known: {1}.</source>
        <translation>不認識「{0}」。可用：{1}。</translation>
    </message>
    <message>
        <source>{0}: needs a comparison, e.g. {1}</source>
        <translation>{0} 須有比較，例如 {1}</translation>
    </message>
    <message>
        <source>{0}: is not a field. Known: {1}.</source>
        <translation>沒有 {0} 欄位。可用：{1}。</translation>
    </message>
    <message>
        <source>“{0}” cannot be searched yet.</source>
        <translation>「{0}」暫未可搜尋。</translation>
    </message>
    <message>
        <source>A quotation mark is still open.</source>
        <translation>引號尚未關閉。</translation>
    </message>
    <message>
        <source>A bracket is still open.</source>
        <translation>括號尚未關閉。</translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation>此括號欠開首的一半。</translation>
    </message>
    <message>
        <source>There is nothing between the brackets.</source>
        <translation>括號內沒有內容。</translation>
    </message>
    <message>
        <source>{0}: takes values with commas between them, not brackets.</source>
        <translation>{0} 的多個值以逗號分隔，不用括號。</translation>
    </message>
    <message>
        <source>{0} needs a condition after it.</source>
        <translation>{0} 之後須有條件。</translation>
    </message>
    <message>
        <source>{0} needs a condition on both sides.</source>
        <translation>{0} 前後均須有條件。</translation>
    </message>
    <message>
        <source>{0}: is for the whole query; it cannot be negated or in brackets.</source>
        <translation>{0} 適用於整個搜尋，不可排除，亦不可置於括號內。</translation>
    </message>
    <message>
        <source>The expression has no closing slash.</source>
        <translation>表達式欠結尾斜線。</translation>
    </message>
    <message>
        <source>This expression cannot be read: {0}.</source>
        <translation>無法解讀此表達式：{0}。</translation>
    </message>
    <message>
        <source>{0}: takes no expression; these do: {1}.</source>
        <translation>{0} 不接受正則表達式；接受的欄位：{1}。</translation>
    </message>
    <message>
        <source>This expression takes too long on one text. A simpler one may do.</source>
        <translation>此表達式處理單篇內文需時過長，請改用較簡單的表達式。</translation>
    </message>
    <message>
        <source>This expression takes too long on so many items. Add a word, a source or a level.</source>
        <translation>項目太多，此表達式需時過長。請加上字詞、來源或級別。</translation>
    </message>
    <message>
        <source>At least two letters must stand before the star.</source>
        <translation>星號前須有最少兩個字元。</translation>
    </message>
    <message>
        <source>There is no word to find in “{0}”.</source>
        <translation>「{0}」內沒有可搜尋的字詞。</translation>
    </message>
    <message>
        <source>This query is too long.</source>
        <translation>搜尋內容過長。</translation>
    </message>
    <message>
        <source>Something is missing at character {0}.</source>
        <translation>第 {0} 個字元處有所遺漏。</translation>
    </message>
    <message>
        <source>There is no source “{0}”.</source>
        <translation>沒有名為「{0}」的來源。</translation>
    </message>
    <message>
        <source>There is no label “{0}”.</source>
        <translation>沒有名為「{0}」的標籤。</translation>
    </message>
    <message>
        <source>There is no rule “{0}”.</source>
        <translation>沒有名為「{0}」的規則。</translation>
    </message>
    <message>
        <source>No firm “{0}” is known.</source>
        <translation>沒有名為「{0}」的公司。</translation>
    </message>
    <message>
        <source>No firm with the CE number {0} is known.</source>
        <translation>沒有中央編號 {0} 的公司。</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>您是指 {0} 嗎？</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>not {0}</source>
        <translation>排除{0}</translation>
    </message>
    <message>
        <source>in all views, archived and muted too</source>
        <translation>所有檢視，包括已封存及已靜音</translation>
    </message>
    <message>
        <source>archived only</source>
        <translation>只限已封存</translation>
    </message>
    <message>
        <source>muted only</source>
        <translation>只限已靜音</translation>
    </message>
    <message>
        <source>has {0}</source>
        <translation>含 {0}</translation>
    </message>
    <message>
        <source>title has {0}</source>
        <translation>標題含 {0}</translation>
    </message>
    <message>
        <source>text has {0}</source>
        <translation>內文含 {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>來自 {0}</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>關於 {0}</translation>
    </message>
    <message>
        <source>level {0}</source>
        <translation>級別 {0}</translation>
    </message>
    <message>
        <source>reference {0}</source>
        <translation>編號 {0}</translation>
    </message>
    <message>
        <source>by rule {0}</source>
        <translation>規則 {0}</translation>
    </message>
    <message>
        <source>naming {0}</source>
        <translation>提及 {0}</translation>
    </message>
    <message>
        <source>CE number {0}</source>
        <translation>中央編號 {0}</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>語言 {0}</translation>
    </message>
    <message>
        <source>published {0}</source>
        <translation>發表日期 {0}</translation>
    </message>
    <message>
        <source>first seen {0}</source>
        <translation>首次發現 {0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>截止日期 {0}</translation>
    </message>
    <message>
        <source>BTC {0} when first seen</source>
        <translation>首次見到時 BTC {0}</translation>
    </message>
    <message>
        <source>BTC {0} in the hour after</source>
        <translation>其後 1 小時 BTC 升跌 {0}</translation>
    </message>
    <message>
        <source>BTC {0} in the day after</source>
        <translation>其後 24 小時 BTC 升跌 {0}</translation>
    </message>
    <message>
        <source>{0} or above</source>
        <translation>{0}或以上</translation>
    </message>
    <message>
        <source>{0} or below</source>
        <translation>{0}或以下</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>above {0}</source>
        <translation>高於 {0}</translation>
    </message>
    <message>
        <source>below {0}</source>
        <translation>低於 {0}</translation>
    </message>
    <message>
        <source>from {0} on</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>至 {0}</translation>
    </message>
    <message>
        <source>more than {0} ago</source>
        <translation>{0}以前</translation>
    </message>
    <message>
        <source>less than {0} ago</source>
        <translation>{0}以內</translation>
    </message>
    <message>
        <source>after {0}</source>
        <translation>{0} 之後</translation>
    </message>
    <message>
        <source>before {0}</source>
        <translation>{0} 之前</translation>
    </message>
    <message>
        <source>in the last {0}</source>
        <translation>最近 {0}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本星期</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>in the past</source>
        <translation>已過</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} 小時</translation>
    </message>
    <message>
        <source>latest published first</source>
        <translation>最新發表者在前</translation>
    </message>
    <message>
        <source>earliest published first</source>
        <translation>最早發表者在前</translation>
    </message>
    <message>
        <source>latest seen first</source>
        <translation>最新發現者在前</translation>
    </message>
    <message>
        <source>earliest seen first</source>
        <translation>最早發現者在前</translation>
    </message>
    <message>
        <source>highest level first</source>
        <translation>級別最高者在前</translation>
    </message>
    <message>
        <source>lowest level first</source>
        <translation>級別最低者在前</translation>
    </message>
    <message>
        <source>latest deadline first</source>
        <translation>截止日期最遲者在前</translation>
    </message>
    <message>
        <source>nearest deadline first</source>
        <translation>截止日期最近者在前</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>enforcement news</source>
        <translation>執法消息</translation>
    </message>
    <message>
        <source>alert list entries</source>
        <translation>警示名單項目</translation>
    </message>
    <message>
        <source>consultations</source>
        <translation>諮詢</translation>
    </message>
    <message>
        <source>consultation conclusions</source>
        <translation>諮詢總結</translation>
    </message>
    <message>
        <source>licences</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>circulars</source>
        <translation>通函</translation>
    </message>
    <message>
        <source>policy statements</source>
        <translation>政策聲明</translation>
    </message>
    <message>
        <source>laws and bills</source>
        <translation>法例及條例草案</translation>
    </message>
    <message>
        <source>speeches</source>
        <translation>演說</translation>
    </message>
    <message>
        <source>press releases</source>
        <translation>新聞稿</translation>
    </message>
    <message>
        <source>media reports</source>
        <translation>媒體報道</translation>
    </message>
    <message>
        <source>price news</source>
        <translation>價格消息</translation>
    </message>
    <message>
        <source>the SFC</source>
        <translation>證監會</translation>
    </message>
    <message>
        <source>licences and licensing</source>
        <translation>牌照及發牌</translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation>執法</translation>
    </message>
    <message>
        <source>stablecoins</source>
        <translation>穩定幣</translation>
    </message>
    <message>
        <source>ETFs</source>
        <translation>ETF</translation>
    </message>
    <message>
        <source>derivatives</source>
        <translation>衍生工具</translation>
    </message>
    <message>
        <source>tokenisation</source>
        <translation>代幣化</translation>
    </message>
    <message>
        <source>the bitcoin price</source>
        <translation>比特幣價格</translation>
    </message>
    <message>
        <source>a bitcoin price level reached</source>
        <translation>比特幣到價</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>to acknowledge</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已標示</translation>
    </message>
    <message>
        <source>revised</source>
        <translation>已修訂</translation>
    </message>
    <message>
        <source>open for comments</source>
        <translation>現正徵詢意見</translation>
    </message>
    <message>
        <source>with a deadline</source>
        <translation>有截止日期</translation>
    </message>
    <message>
        <source>with a PDF</source>
        <translation>附有 PDF</translation>
    </message>
    <message>
        <source>also in Chinese</source>
        <translation>備有中文版</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有備註</translation>
    </message>
    <message>
        <source>with a known BTC move</source>
        <translation>已知 BTC 升跌</translation>
    </message>
    <message>
        <source>more than {0} items</source>
        <translation>超過 {0} 項</translation>
    </message>
    <message>
        <source>{0} in {1} ms</source>
        <translation>{0}，{1} 毫秒</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Published</source>
        <translation>發表時間</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次發現</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>發布者</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>級別</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源數目</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>CSV · for spreadsheets</source>
        <translation>CSV · 供試算表使用</translation>
    </message>
    <message>
        <source>XLSX · Excel workbook</source>
        <translation>XLSX · Excel 活頁簿</translation>
    </message>
    <message>
        <source>JSON · for programs</source>
        <translation>JSON · 供程式使用</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML · web page</source>
        <translation>HTML · 網頁</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>{0} items · exported {1} · {2}</source>
        <translation>{0} 項 · {1} 匯出 · {2}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{0} written</source>
        <translation>已寫入 {0}</translation>
    </message>
    <message>
        <source>Selected items: {0}</source>
        <translation>所選項目：{0}</translation>
    </message>
    <message>
        <source>Everything in this view: {0}</source>
        <translation>此檢視的全部內容：{0}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation>審計報告</translation>
    </message>
    <message>
        <source>When each item was published, first seen, notified, on screen, opened and acknowledged, by whom, with its note. Taken from the journal; hkwatch can check it later.</source>
        <translation>各項目發表、首次發現、通知、顯示於螢幕、開啟及確認的時間、經手人及備註。取自日誌；日後可由 hkwatch 核對。</translation>
    </message>
    <message>
        <source>Times are Hong Kong time. Nothing is sent anywhere.</source>
        <translation>時間為香港時間。不會向外傳送任何內容。</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>標題語言</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>PDF · to print and to file</source>
        <translation>PDF · 供列印及存檔</translation>
    </message>
    <message>
        <source>CSV · can be checked against the journal</source>
        <translation>CSV · 可與日誌核對</translation>
    </message>
    <message>
        <source>As in the list</source>
        <translation>與列表相同</translation>
    </message>
    <message>
        <source>Also all price alerts that fired</source>
        <translation>另加所有已觸發的價格提示</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExportManager</name>
    <message>
        <source>The search is not complete</source>
        <translation>搜尋條件未完整</translation>
    </message>
    <message>
        <source>Correct it, then export.</source>
        <translation>請更正後再匯出。</translation>
    </message>
    <message>
        <source>{0} chosen by hand</source>
        <translation>自行選取 {0}</translation>
    </message>
    <message>
        <source>everything in the inbox</source>
        <translation>收件匣全部項目</translation>
    </message>
    <message>
        <source>Audit report written</source>
        <translation>審計報告已儲存</translation>
    </message>
    <message>
        <source>Items exported</source>
        <translation>已匯出項目</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>已有同名檔案。</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>檔案未能寫入</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在內文尋找</translation>
    </message>
    <message>
        <source>The place before (Shift+F3)</source>
        <translation>上一處（Shift+F3）</translation>
    </message>
    <message>
        <source>The next place (F3)</source>
        <translation>下一處（F3）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
</context>
<context>
    <name>FirstDayCard</name>
    <message>
        <source>In the first 24 hours: {0} checks, {1} items, {2} notices.</source>
        <translation>首 24 小時：查詢 {0} 次，項目 {1} 個，通知 {2} 個。</translation>
    </message>
    <message>
        <source>Too many? {0}</source>
        <translation>太多？{0}</translation>
    </message>
    <message>
        <source>Too few? {0}</source>
        <translation>太少？{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{0} from now on. The settings have every detail.</source>
        <translation>由現在起：{0}。詳情可在設定更改。</translation>
    </message>
    <message>
        <source>{0} at present.</source>
        <translation>現時：{0}。</translation>
    </message>
    <message>
        <source>Settings says what is told, and by which way.</source>
        <translation>通知內容及方式可在設定查看。</translation>
    </message>
    <message>
        <source>Nothing pops up</source>
        <translation>不彈出任何通知</translation>
    </message>
    <message>
        <source>Only High and Critical pop up</source>
        <translation>只彈出重要及緊急通知</translation>
    </message>
    <message>
        <source>Normal pops up too</source>
        <translation>一般通知亦會彈出</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>It could not be shown: {0}</source>
        <translation>未能顯示：{0}</translation>
    </message>
    <message>
        <source>Did you see it?</source>
        <translation>有看到嗎？</translation>
    </message>
    <message>
        <source>Welcome to hkwatch</source>
        <translation>歡迎使用 hkwatch</translation>
    </message>
    <message>
        <source>Import OPML or backup…</source>
        <translation>匯入 OPML 或備份…</translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation>開始監察</translation>
    </message>
    <message>
        <source>Hong Kong’s regulators and the bitcoin price, watched side by side.</source>
        <translation>同時監察香港監管機構及比特幣價格。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監察</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Green up</source>
        <translation>綠升紅跌</translation>
    </message>
    <message>
        <source>Red up</source>
        <translation>紅升綠跌</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>藍升橙跌</translation>
    </message>
    <message>
        <source>Securities and Futures Commission (SFC)</source>
        <translation>證券及期貨事務監察委員會（證監會）</translation>
    </message>
    <message>
        <source>News, circulars, consultations, licence lists, alert list</source>
        <translation>新聞、通函、諮詢、持牌名單、警示名單</translation>
    </message>
    <message>
        <source>Hong Kong Monetary Authority (HKMA)</source>
        <translation>香港金融管理局（金管局）</translation>
    </message>
    <message>
        <source>Press releases, circulars, stablecoin issuer register</source>
        <translation>新聞稿、通函、穩定幣發行人登記冊</translation>
    </message>
    <message>
        <source>Government, LegCo, HKEX</source>
        <translation>政府、立法會、港交所</translation>
    </message>
    <message>
        <source>Press releases, bills, exchange news</source>
        <translation>新聞公報、法案、交易所消息</translation>
    </message>
    <message>
        <source>Bitcoin</source>
        <translation>比特幣</translation>
    </message>
    <message>
        <source>Ether</source>
        <translation>以太幣</translation>
    </message>
    <message>
        <source>Hong Kong media</source>
        <translation>香港媒體</translation>
    </message>
    <message>
        <source>Crypto media</source>
        <translation>加密貨幣媒體</translation>
    </message>
    <message>
        <source>Important only</source>
        <translation>只限重要</translation>
    </message>
    <message>
        <source>Everything of note</source>
        <translation>所有值得留意的</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>High and Critical pop up; the rest waits in the inbox.</source>
        <translation>重要及緊急項目會彈出通知；其餘留在收件匣。</translation>
    </message>
    <message>
        <source>Normal items pop up too, at most six in an hour.</source>
        <translation>一般項目亦會彈出通知，每小時最多六個。</translation>
    </message>
    <message>
        <source>The inbox and the number on the tray icon only.</source>
        <translation>只顯示於收件匣及系統匣圖示的數字。</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>傳送測試</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>No, help</source>
        <translation>沒有，查看說明</translation>
    </message>
    <message>
        <source>See one before you start</source>
        <translation>開始前先看看通知樣式</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>傳送中…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次傳送</translation>
    </message>
    <message>
        <source>Good: that is what they look like.</source>
        <translation>很好：通知就是這個樣子。</translation>
    </message>
    <message>
        <source>Look whether “Do not disturb” is on, and whether your desktop’s settings allow hkwatch to notify. Without a notification service hkwatch shows messages in its window.</source>
        <translation>請檢查是否已開啟「請勿打擾」，以及桌面設定是否容許 hkwatch 發出通知。沒有通知服務時，hkwatch 會在視窗內顯示訊息。</translation>
    </message>
    <message>
        <source>Import OPML or backup</source>
        <translation>匯入 OPML 或備份</translation>
    </message>
    <message>
        <source>Feeds, backups, settings</source>
        <translation>訂閱來源、備份、設定</translation>
    </message>
    <message>
        <source>none</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>about {0} a day</source>
        <translation>每日約 {0} 個</translation>
    </message>
    <message>
        <source>about {0} a week</source>
        <translation>每星期約 {0} 個</translation>
    </message>
    <message>
        <source>about {0} a month</source>
        <translation>每月約 {0} 個</translation>
    </message>
    <message>
        <source>SFC, HKMA</source>
        <translation>證監會、金管局</translation>
    </message>
    <message>
        <source>Counted on {items} English releases of {publishers} from {start} to {end} with the built-in rules, by their titles. Media and registers come on top.</source>
        <translation>按內置規則，以標題統計{publishers}於{start}至{end}發布的 {items} 份英文稿件。媒體及登記冊另計。</translation>
    </message>
</context>
<context>
    <name>FloatStrip</name>
    <message>
        <source>Waiting for the first price</source>
        <translation>等待首個價格</translation>
    </message>
    <message>
        <source>Show hkwatch</source>
        <translation>顯示 hkwatch</translation>
    </message>
    <message>
        <source>Hide the strip</source>
        <translation>隱藏價格條</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Drag to move, double-click for the window, right-click for more</source>
        <translation>拖曳可移動，按兩下開啟視窗，按右鍵顯示更多</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>No folder</source>
        <translation>沒有資料夾</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Add {0}</source>
        <translation>新增 {0}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Language of {0}</source>
        <translation>{0} 的語言</translation>
    </message>
    <message>
        <source>Already watched</source>
        <translation>已在監察</translation>
    </message>
    <message>
        <source>Cannot be added</source>
        <translation>無法新增</translation>
    </message>
    <message>
        <source>found at {0}</source>
        <translation>於 {0} 找到</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>沒有日期</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the search history</source>
        <translation>清除搜尋紀錄</translation>
    </message>
    <message>
        <source>Search history: the last 20 searches, kept on this computer only</source>
        <translation>搜尋紀錄：最近 20 次搜尋，只存於這部電腦</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已清除</translation>
    </message>
</context>
<context>
    <name>GroupEdit</name>
    <message>
        <source>any of</source>
        <translation>符合任何一項</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>符合所有</translation>
    </message>
    <message>
        <source>Whether one or all of the conditions must hold</source>
        <translation>須符合任何一項或所有條件</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>新增條件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>組別</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>新增一組條件</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>移除此組別</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>(no key)</source>
        <translation>（未設快速鍵）</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜尋指南</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>找不到結果。</translation>
    </message>
</context>
<context>
    <name>HeadKeeper</name>
    <message>
        <source>Standard widths</source>
        <translation>標準欄寬</translation>
    </message>
</context>
<context>
    <name>HelpManager</name>
    <message>
        <source>hkwatch {0}</source>
        <translation>hkwatch {0}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新版內容</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{0} leads to the search.</source>
        <translation>按 {0} 前往搜尋。</translation>
    </message>
    <message>
        <source>{0} acknowledges what is read here.</source>
        <translation>按 {0} 確認正在閱讀的項目。</translation>
    </message>
    <message>
        <source>Click + on the price axis to set an alert there.</source>
        <translation>按價格軸上的 + 即可設定提示。</translation>
    </message>
</context>
<context>
    <name>HiddenLine</name>
    <message>
        <source>Only what is muted</source>
        <translation>只顯示已靜音</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>1 hidden by a mute</source>
        <translation>1 項因靜音而隱藏</translation>
    </message>
    <message>
        <source>{0} hidden by mutes</source>
        <translation>{0} 項因靜音而隱藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
</context>
<context>
    <name>HintBubble</name>
    <message>
        <source>Not again</source>
        <translation>不再顯示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>larger than {percent} of ordinary quarter hours</source>
        <translation>大於平常 {percent} 的 15 分鐘升跌</translation>
    </message>
    <message>
        <source>larger than {percent} of ordinary hours</source>
        <translation>大於平常 {percent} 的 1 小時升跌</translation>
    </message>
    <message>
        <source>larger than {percent} of ordinary days</source>
        <translation>大於平常 {percent} 的 24 小時升跌</translation>
    </message>
    <message>
        <source>larger than {percent} of ordinary weeks</source>
        <translation>大於平常 {percent} 的 7 日升跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary quarter hours</source>
        <translation>小於平常 {percent} 的 15 分鐘升跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary hours</source>
        <translation>小於平常 {percent} 的 1 小時升跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary days</source>
        <translation>小於平常 {percent} 的 24 小時升跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary weeks</source>
        <translation>小於平常 {percent} 的 7 日升跌</translation>
    </message>
    <message>
        <source>not enough stored prices to say how ordinary that is</source>
        <translation>已存價格不足，無法判斷是否尋常</translation>
    </message>
    <message>
        <source>No price of {asset} is stored for the time it was first seen</source>
        <translation>首次發現時沒有已存的 {asset} 價格</translation>
    </message>
    <message>
        <source>{asset} {price} when first seen</source>
        <translation>首次發現時 {asset} {price}</translation>
    </message>
    <message>
        <source>The first move is told 15 min after it was first seen.</source>
        <translation>首次發現 15 分鐘後顯示首個升跌。</translation>
    </message>
    <message>
        <source>timing only, not cause</source>
        <translation>只反映時間先後，並非原因</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>{count} compared</source>
        <translation>與 {count} 個時段比較</translation>
    </message>
</context>
<context>
    <name>ImpactStrip</name>
    <message>
        <source>Price after it was first seen</source>
        <translation>首次發現後的價格</translation>
    </message>
    <message>
        <source>timing only, not cause</source>
        <translation>只反映時間先後，並非原因</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>1 setting would change</source>
        <translation>將更改 1 項設定</translation>
    </message>
    <message>
        <source>{0} settings would change</source>
        <translation>將更改 {0} 項設定</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現時</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>更改後</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>InboxRow</name>
    <message>
        <source>Δ rev {0}</source>
        <translation>Δ 第 {0} 版</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Needs ack</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>Acknowledgement needed.</source>
        <translation>有待確認。</translation>
    </message>
    <message>
        <source>Deadline {0}.</source>
        <translation>截止日期 {0}。</translation>
    </message>
    <message>
        <source>Edited by the publisher.</source>
        <translation>發布者作出修訂。</translation>
    </message>
    <message>
        <source>Starred.</source>
        <translation>已加星。</translation>
    </message>
    <message>
        <source>Archived.</source>
        <translation>已封存。</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>備註：{0}</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已摺疊</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>Published {0}, date only</source>
        <translation>{0} 發表（只有日期）</translation>
    </message>
    <message>
        <source>Published {0} HKT</source>
        <translation>{0} 發表（香港時間）</translation>
    </message>
    <message>
        <source>first seen {0} HKT</source>
        <translation>{0} 首次發現（香港時間）</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Next item, open</source>
        <translation>下一項並開啟</translation>
    </message>
    <message>
        <source>Previous item, open</source>
        <translation>上一項並開啟</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一項</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>上一項</translation>
    </message>
    <message>
        <source>Show new items</source>
        <translation>顯示新項目</translation>
    </message>
    <message>
        <source>Go to the reader</source>
        <translation>前往閱讀窗格</translation>
    </message>
    <message>
        <source>Choose or leave out</source>
        <translation>選取或取消選取</translation>
    </message>
    <message>
        <source>Choose on to the next item</source>
        <translation>選取延伸至下一項</translation>
    </message>
    <message>
        <source>Choose on to the previous item</source>
        <translation>選取延伸至上一項</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
</context>
<context>
    <name>ItemState</name>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已讀</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation>搜尋指令及快速鍵</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
    <message>
        <source>A change holds at once. Single letters work in the list and the reader only, never while you type; keys that hold everywhere need Ctrl, Alt or a function key.</source>
        <translation>更改即時生效。單一字母鍵只在列表和閱讀窗格有效，輸入文字時無效；隨處有效的快速鍵須含 Ctrl、Alt 或功能鍵。</translation>
    </message>
    <message>
        <source>list and reader</source>
        <translation>列表及閱讀窗格</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>隨處有效</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the key of {0}</source>
        <translation>更改「{0}」的快速鍵</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Reset the key of {0}</source>
        <translation>重設「{0}」的快速鍵</translation>
    </message>
    <message>
        <source>No command for “{0}”.</source>
        <translation>沒有符合「{0}」的指令。</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>New key of {0}</source>
        <translation>「{0}」的新快速鍵</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不設快速鍵</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>取用</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>{0} belongs to: {1}. If you take it, they have none.</source>
        <translation>{0} 現屬於：{1}。取用後，原有指令將沒有快速鍵。</translation>
    </message>
    <message>
        <source>Press the key, or two one after the other. Esc cancels.</source>
        <translation>請按快速鍵，或先後按兩鍵。按 Esc 取消。</translation>
    </message>
    <message>
        <source>No other command has {0}.</source>
        <translation>沒有其他指令使用 {0}。</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>搜尋快速鍵</translation>
    </message>
    <message>
        <source>Single keys work in the list and the reader, never while you type.</source>
        <translation>單鍵只在列表和閱讀窗格有效，輸入文字時無效。</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快速鍵…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No key for “{0}”.</source>
        <translation>沒有符合「{0}」的快速鍵。</translation>
    </message>
</context>
<context>
    <name>KeyWindow</name>
    <message>
        <source>Change keys</source>
        <translation>更改快速鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>All keys…</source>
        <translation>所有快速鍵…</translation>
    </message>
    <message>
        <source>Every key at a glance; also by ? in the list</source>
        <translation>一覽所有快速鍵；亦可在列表按「?」顯示</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Next item, without opening</source>
        <translation>下一項，但不開啟</translation>
    </message>
    <message>
        <source>Previous item, without opening</source>
        <translation>上一項，但不開啟</translation>
    </message>
    <message>
        <source>Show new items</source>
        <translation>顯示新項目</translation>
    </message>
    <message>
        <source>Go to the reader</source>
        <translation>前往閱讀窗格</translation>
    </message>
    <message>
        <source>Choose or leave out</source>
        <translation>選取或取消選取</translation>
    </message>
    <message>
        <source>Choose on to the next item</source>
        <translation>選取延伸至下一項</translation>
    </message>
    <message>
        <source>Choose on to the previous item</source>
        <translation>選取延伸至上一項</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>“{0}” is no key. Write it as Ctrl+K, F7, Shift+A or G, I.</source>
        <translation>「{0}」並非快速鍵。請寫成 Ctrl+K、F7、Shift+A 或 G, I 等形式。</translation>
    </message>
    <message>
        <source>At most two strokes one after the other.</source>
        <translation>最多先後按兩次。</translation>
    </message>
    <message>
        <source>Fields and lists need this key themselves.</source>
        <translation>此鍵為輸入欄及列表所需。</translation>
    </message>
    <message>
        <source>This command holds everywhere, also while you type: use Ctrl, Alt or a function key with it.</source>
        <translation>此指令隨處有效，輸入文字時亦然：請配合 Ctrl、Alt 或功能鍵使用。</translation>
    </message>
    <message>
        <source>Next, previous item</source>
        <translation>下一項、上一項</translation>
    </message>
    <message>
        <source>Open in the reader</source>
        <translation>在閱讀窗格開啟</translation>
    </message>
    <message>
        <source>Complete a word of the search</source>
        <translation>補全搜尋字詞</translation>
    </message>
    <message>
        <source>Chart: candles or line</source>
        <translation>圖表：陰陽燭或折線</translation>
    </message>
    <message>
        <source>Chart: as a table</source>
        <translation>圖表：以表格顯示</translation>
    </message>
    <message>
        <source>Chart: closer, farther, all</source>
        <translation>圖表：放大、縮小、全部</translation>
    </message>
    <message>
        <source>Chart: earlier, later</source>
        <translation>圖表：較早、較遲</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Critical</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>次要</translation>
    </message>
</context>
<context>
    <name>Licence</name>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{names} +{count}</source>
        <translation>{names}，另 {count} 家</translation>
    </message>
    <message>
        <source>outside Hong Kong</source>
        <translation>香港以外</translation>
    </message>
    <message>
        <source>VATP</source>
        <translation>虛擬資產交易平台</translation>
    </message>
    <message>
        <source>stablecoin issuer</source>
        <translation>穩定幣發行人</translation>
    </message>
    <message>
        <source>virtual asset dealing</source>
        <translation>虛擬資產交易</translation>
    </message>
    <message>
        <source>virtual asset custody</source>
        <translation>虛擬資產託管</translation>
    </message>
    <message>
        <source>Type 1</source>
        <translation>第 1 類</translation>
    </message>
    <message>
        <source>Type 4</source>
        <translation>第 4 類</translation>
    </message>
    <message>
        <source>Type 7</source>
        <translation>第 7 類</translation>
    </message>
    <message>
        <source>Type 9</source>
        <translation>第 9 類</translation>
    </message>
    <message>
        <source>Licence applied for</source>
        <translation>申請牌照</translation>
    </message>
    <message>
        <source>Licence granted</source>
        <translation>獲發牌照</translation>
    </message>
    <message>
        <source>Licence approved in principle</source>
        <translation>牌照原則上獲批</translation>
    </message>
    <message>
        <source>Licence uplifted</source>
        <translation>牌照升級</translation>
    </message>
    <message>
        <source>Licence conditions changed</source>
        <translation>牌照條件更改</translation>
    </message>
    <message>
        <source>Licence refused</source>
        <translation>牌照申請被拒</translation>
    </message>
    <message>
        <source>Licence application withdrawn</source>
        <translation>牌照申請撤回</translation>
    </message>
    <message>
        <source>Licence application returned</source>
        <translation>牌照申請被退回</translation>
    </message>
    <message>
        <source>Licence suspended</source>
        <translation>牌照被暫時吊銷</translation>
    </message>
    <message>
        <source>Licence revoked</source>
        <translation>牌照被撤銷</translation>
    </message>
    <message>
        <source>Licence lapsed</source>
        <translation>牌照失效</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>+ Added</source>
        <translation>+ 新增</translation>
    </message>
    <message>
        <source>− Removed</source>
        <translation>− 移除</translation>
    </message>
    <message>
        <source>→ Moved</source>
        <translation>→ 轉列</translation>
    </message>
    <message>
        <source>~ Renamed</source>
        <translation>~ 改名</translation>
    </message>
    <message>
        <source>~ Changed</source>
        <translation>~ 更改</translation>
    </message>
    <message>
        <source>+ Back</source>
        <translation>+ 重新列入</translation>
    </message>
    <message>
        <source>licensed</source>
        <translation>持牌</translation>
    </message>
    <message>
        <source>applicants</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>deemed licensed</source>
        <translation>當作獲發牌</translation>
    </message>
    <message>
        <source>returned or withdrawn</source>
        <translation>申請已退回或撤回</translation>
    </message>
    <message>
        <source>closing down</source>
        <translation>正在結束業務</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>stablecoin issuers</source>
        <translation>穩定幣發行人</translation>
    </message>
    <message>
        <source>public register</source>
        <translation>公眾紀錄冊</translation>
    </message>
    <message>
        <source>until now {name}</source>
        <translation>原稱 {name}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>The row before and now</source>
        <translation>紀錄的原貌及現況</translation>
    </message>
    <message>
        <source>Seen (HKT)</source>
        <translation>發現時間（香港）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Open in the inbox</source>
        <translation>在收件匣開啟</translation>
    </message>
    <message>
        <source>Open the release</source>
        <translation>開啟公告</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間線</translation>
    </message>
    <message>
        <source>Reading the registers…</source>
        <translation>正在讀取登記冊…</translation>
    </message>
    <message>
        <source>No register was read yet.</source>
        <translation>尚未讀取任何登記冊。</translation>
    </message>
    <message>
        <source>The first reading is the baseline.</source>
        <translation>首次讀取的內容會作為基準。</translation>
    </message>
    <message>
        <source>Each list is compared with how it stood on {time} HKT.</source>
        <translation>各名單均與其香港時間 {time} 的內容比對。</translation>
    </message>
    <message>
        <source>Nothing has changed so far.</source>
        <translation>至今沒有變動。</translation>
    </message>
    <message>
        <source>not on the register</source>
        <translation>不在登記冊上</translation>
    </message>
    <message>
        <source>Licensed platforms over time</source>
        <translation>持牌平台數目走勢</translation>
    </message>
    <message>
        <source>Dashed: from public facts, not from hkwatch&apos;s own observation</source>
        <translation>虛線：根據公開資料，並非 hkwatch 自行觀察所得</translation>
    </message>
    <message>
        <source>Name to check</source>
        <translation>要查核的名稱</translation>
    </message>
    <message>
        <source>Firm, platform, domain, CE number or Chinese name</source>
        <translation>公司、平台、網域、中央編號或中文名稱</translation>
    </message>
    <message>
        <source>Rows that may be meant</source>
        <translation>可能所指的紀錄</translation>
    </message>
    <message>
        <source>{count} lists and former names, {checked}. Absence is not proof: a list may lag, a name may differ.</source>
        <translation>{count} 份名單及曾用名稱（{checked}）。查無結果不足以證明：名單或有滯後，名稱或有出入。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含義</translation>
    </message>
    <message>
        <source>Paste a name.</source>
        <translation>請貼上名稱。</translation>
    </message>
    <message>
        <source>Answered from what is stored; nothing is sent anywhere.</source>
        <translation>只查核已儲存的資料，不會向外傳送任何內容。</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>查無結果。</translation>
    </message>
    <message>
        <source>That proves nothing: ask the regulator&apos;s own register.</source>
        <translation>這不足以證明：請查閱監管機構的登記冊。</translation>
    </message>
    <message>
        <source>Not found on {count} lists, {checked}. Absence is not proof.</source>
        <translation>{count} 份名單上均查無此名（{checked}）。查無結果不足以證明。</translation>
    </message>
    <message>
        <source>Similar to {site}, the site of {name}, but not the same. It is on none of these lists.</source>
        <translation>與 {name} 的網站 {site} 相似，但並非同一網站；不在任何名單上。</translation>
    </message>
    <message>
        <source>Nobody on these lists has exactly this name. Similar: {count}.</source>
        <translation>此等名單上沒有完全相同的名稱。相似：{count} 個。</translation>
    </message>
    <message>
        <source>{register}: the page changed shape; not compared</source>
        <translation>{register}：網頁格式有變，未作比對</translation>
    </message>
    <message>
        <source>Since {time} HKT. {reason}</source>
        <translation>自香港時間 {time} 起。{reason}</translation>
    </message>
    <message>
        <source>View raw</source>
        <translation>檢視原文</translation>
    </message>
    <message>
        <source>What is new is told, what is gone is not: two layouts cannot be compared.</source>
        <translation>會通知新增的紀錄，不會通知消失的紀錄：兩種格式無法比對。</translation>
    </message>
    <message>
        <source>Accept as new layout</source>
        <translation>接受為新格式</translation>
    </message>
    <message>
        <source>Nothing on this page can be read as a register.</source>
        <translation>此網頁沒有可讀取為登記冊的內容。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>Views of the licences</source>
        <translation>牌照檢視</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登記冊</translation>
    </message>
    <message>
        <source>Check a name</source>
        <translation>查核名稱</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名單</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>篩選紀錄</translation>
    </message>
    <message>
        <source>Filter by name, number or platform</source>
        <translation>按名稱、編號或平台篩選</translation>
    </message>
    <message>
        <source>Rows of the registers</source>
        <translation>登記冊紀錄</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Selected rows for a spreadsheet (Ctrl+C)</source>
        <translation>複製所選紀錄，供試算表使用（Ctrl+C）</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the rows shown</source>
        <translation>儲存所示紀錄</translation>
    </message>
    <message>
        <source>All lists ({count})</source>
        <translation>全部名單（{count}）</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名稱</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>On it since</source>
        <translation>列入日期</translation>
    </message>
    <message>
        <source>No row has these words.</source>
        <translation>沒有紀錄包含此等字詞。</translation>
    </message>
    <message>
        <source>To look over former names too, check the name.</source>
        <translation>如要一併查閱曾用名稱，請使用「查核名稱」。</translation>
    </message>
    <message>
        <source>They are asked at the next poll.</source>
        <translation>下次檢查時會查詢。</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Whose timeline</source>
        <translation>時間線對象</translation>
    </message>
    <message>
        <source>Licensed platforms over time; dashed before hkwatch looked itself</source>
        <translation>持牌平台數目走勢；虛線為 hkwatch 自行觀察之前</translation>
    </message>
    <message>
        <source>◇ not from hkwatch&apos;s own observation</source>
        <translation>◇ 並非 hkwatch 自行觀察所得</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Nothing is known of it.</source>
        <translation>沒有相關資料。</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>不遲於 {day}</translation>
    </message>
    <message>
        <source>public facts</source>
        <translation>公開資料</translation>
    </message>
    <message>
        <source>seen by hkwatch</source>
        <translation>hkwatch 觀察所得</translation>
    </message>
    <message>
        <source>The page was too large to keep</source>
        <translation>網頁太大，未有保留</translation>
    </message>
    <message>
        <source>{register}: the page as it came</source>
        <translation>{register}：網頁原文</translation>
    </message>
    <message>
        <source>The layout was not accepted</source>
        <translation>未能接受新格式</translation>
    </message>
    <message>
        <source>Compared with the new layout from now on</source>
        <translation>此後按新格式比對</translation>
    </message>
    <message>
        <source>Save the rows as CSV</source>
        <translation>將紀錄儲存為 CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The rows were not saved</source>
        <translation>紀錄未能儲存</translation>
    </message>
    <message>
        <source>The rows are saved</source>
        <translation>紀錄已儲存</translation>
    </message>
    <message>
        <source>Deemed licensed</source>
        <translation>當作獲發牌</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>{column}: {old} → {new}</source>
        <translation>{column}：{old} → {new}</translation>
    </message>
    <message>
        <source>no register read yet</source>
        <translation>尚未讀取任何登記冊</translation>
    </message>
    <message>
        <source>as of {time} HKT</source>
        <translation>截至香港時間 {time}</translation>
    </message>
    <message>
        <source>{list}, from public facts; not from hkwatch&apos;s own observation</source>
        <translation>{list}，根據公開資料，並非 hkwatch 自行觀察所得</translation>
    </message>
    <message>
        <source>no longer on the list “{list}”, {checked}</source>
        <translation>已不在「{list}」名單上，{checked}</translation>
    </message>
    <message>
        <source>on the list “{list}”, {checked}</source>
        <translation>在「{list}」名單上，{checked}</translation>
    </message>
    <message>
        <source>formerly {name} · {state}</source>
        <translation>前稱 {name} · {state}</translation>
    </message>
    <message>
        <source>Only similar to its site {site}, not the same</source>
        <translation>只與其網站 {site} 相似，並不相同</translation>
    </message>
    <message>
        <source>{site} is its own site, from public facts</source>
        <translation>{site} 是其本身網站（據公開資料）</translation>
    </message>
    <message>
        <source>Same name or number</source>
        <translation>名稱或編號相同</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名稱部分相符</translation>
    </message>
    <message>
        <source>Only similar ({percent} %): not proof that it is the same</source>
        <translation>只屬相似（{percent} %）：不足以證明相同</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open a link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>Open {host} in the browser?</source>
        <translation>是否在瀏覽器開啟 {host}？</translation>
    </message>
    <message>
        <source>The link leads away from the publishers that are watched here. The whole address:</source>
        <translation>此連結不屬於所監察的發布者。完整網址：</translation>
    </message>
    <message>
        <source>Always for {host}</source>
        <translation>一律開啟 {host}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>ListFoot</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>LogCard</name>
    <message>
        <source>Last polls</source>
        <translation>最近的檢查紀錄</translation>
    </message>
    <message>
        <source>View body</source>
        <translation>檢視原文</translation>
    </message>
    <message>
        <source>What the source answered last, as it came</source>
        <translation>來源上次回應的原文</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>複製診斷資料</translation>
    </message>
    <message>
        <source>State, address and log as text, for somebody who is asked for help</source>
        <translation>以文字複製狀態、網址和紀錄，供協助者參考</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>尚未查詢。</translation>
    </message>
    <message>
        <source>Last polls, newest first</source>
        <translation>最近的檢查紀錄，由新至舊</translation>
    </message>
</context>
<context>
    <name>LoginEntry</name>
    <message>
        <source>A Flatpak cannot. Add the command {command} to what your desktop starts at login.</source>
        <translation>Flatpak 版本無法設定。請將指令 {command} 加入桌面環境的登入啟動項目。</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bring up now</source>
        <translation>立即重開視窗</translation>
    </message>
    <message>
        <source>The new text size holds once the window has come up anew.</source>
        <translation>新的文字大小在重開視窗後生效。</translation>
    </message>
    <message>
        <source>Standard widths</source>
        <translation>標準欄寬</translation>
    </message>
    <message>
        <source>Columns of tables stay as you drag them, in each window; a right click on a head resets one table</source>
        <translation>各視窗的表格欄位保持您拖動後的樣子；在標題按右鍵可還原該表格</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>MarkController</name>
    <message>
        <source>Nothing to undo</source>
        <translation>沒有可復原的操作</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>已復原：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>此處全部已讀</translation>
    </message>
    <message>
        <source>Marked read</source>
        <translation>已標為已讀</translation>
    </message>
    <message>
        <source>Marked unread</source>
        <translation>已標為未讀</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星</translation>
    </message>
    <message>
        <source>Star removed</source>
        <translation>已取消加星</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Acknowledgement taken back</source>
        <translation>已撤回確認</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>已取消封存</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>備註已儲存</translation>
    </message>
    <message>
        <source>{0} marked read</source>
        <translation>已將 {0}標為已讀</translation>
    </message>
    <message>
        <source>{0} marked unread</source>
        <translation>已將 {0}標為未讀</translation>
    </message>
    <message>
        <source>{0} starred</source>
        <translation>已為 {0}加星</translation>
    </message>
    <message>
        <source>Star removed from {0}</source>
        <translation>已取消 {0}的加星</translation>
    </message>
    <message>
        <source>{0} acknowledged</source>
        <translation>已確認 {0}</translation>
    </message>
    <message>
        <source>Acknowledgement of {0} taken back</source>
        <translation>已撤回 {0}的確認</translation>
    </message>
    <message>
        <source>{0} archived</source>
        <translation>已封存 {0}</translation>
    </message>
    <message>
        <source>{0} taken out of the archive</source>
        <translation>已取消封存 {0}</translation>
    </message>
    <message>
        <source>Note saved for {0}</source>
        <translation>已儲存 {0}的備註</translation>
    </message>
    <message>
        <source>1 item chosen</source>
        <translation>已選取 1 項</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已選取 {0}</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>標為已讀</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製資料列</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>已複製 1 列</translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation>已複製 {0} 列</translation>
    </message>
    <message>
        <source>A spreadsheet takes them as cells.</source>
        <translation>可貼到試算表的儲存格。</translation>
    </message>
    <message>
        <source>{0} links copied</source>
        <translation>已複製 {0} 個連結</translation>
    </message>
</context>
<context>
    <name>MoveBanner</name>
    <message>
        <source>{0} says it has moved to a new address.</source>
        <translation>{0} 表示已遷至新網址。</translation>
    </message>
    <message>
        <source>{0} sources say they have moved to new addresses.</source>
        <translation>{0} 個來源表示已遷移。</translation>
    </message>
    <message>
        <source>Use the new address, or keep the old one.</source>
        <translation>請選用新網址或保留舊網址。</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>決定…</translation>
    </message>
</context>
<context>
    <name>MutesDialog</name>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Headlines like this</source>
        <translation>同類標題</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Words in headlines</source>
        <translation>標題字詞</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>Nothing is muted. An item&apos;s menu mutes its story, or headlines like it.</source>
        <translation>沒有靜音內容。可在項目選單將其事件或同類標題靜音。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>From</source>
        <translation>發布者</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直至</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隱藏</translation>
    </message>
    <message>
        <source>Headlines with</source>
        <translation>標題含</translation>
    </message>
    <message>
        <source>words, such as weekly digest</source>
        <translation>字詞，例如：每週摘要</translation>
    </message>
    <message>
        <source>Words of headlines to mute</source>
        <translation>要靜音的標題字詞</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>靜音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消靜音</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>NewPill</name>
    <message>
        <source>%n new</source>
        <translation>%n 項新內容</translation>
    </message>
    <message>
        <source>%n new — press {key} to show</source>
        <translation>%n 項新內容，按 {key} 顯示</translation>
    </message>
</context>
<context>
    <name>NewestWindow</name>
    <message>
        <source>Newer version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次檢查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>開啟其網頁</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Asking pypi.org…</source>
        <translation>正在查詢 pypi.org…</translation>
    </message>
    <message>
        <source>It could not be found out</source>
        <translation>未能查詢</translation>
    </message>
    <message>
        <source>hkwatch {0} is there</source>
        <translation>hkwatch {0} 已推出</translation>
    </message>
    <message>
        <source>You have {0}. Install it the way you installed this one; what is stored stays.</source>
        <translation>您的版本為 {0}。請以原來的方式安裝；已儲存的資料會保留。</translation>
    </message>
    <message>
        <source>You have the newest version</source>
        <translation>已是最新版本</translation>
    </message>
    <message>
        <source>hkwatch {0}; pypi.org names {1}.</source>
        <translation>hkwatch {0}；pypi.org 上為 {1}。</translation>
    </message>
    <message>
        <source>You have hkwatch {0}</source>
        <translation>您的版本為 hkwatch {0}</translation>
    </message>
    <message>
        <source>Check asks pypi.org once which version is the newest. hkwatch never does so by itself, and nothing else is sent.</source>
        <translation>按「檢查」會向 pypi.org 查詢一次最新版本。hkwatch 不會自行查詢，亦不會傳送其他資料。</translation>
    </message>
</context>
<context>
    <name>NewsWindow</name>
    <message>
        <source>What is new</source>
        <translation>新版內容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>NextDeadline</name>
    <message>
        <source>Next deadline</source>
        <translation>下一個截止日期</translation>
    </message>
    <message>
        <source>All deadlines</source>
        <translation>所有截止日期</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Acknowledge with a note</source>
        <translation>確認並加備註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>What was decided, who was told…</source>
        <translation>決定事項、已通知何人…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>儲存備註</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it. Found again with has:note.</source>
        <translation>按 Ctrl+Enter 儲存。可用 has:note 搜尋。</translation>
    </message>
</context>
<context>
    <name>NoticeLog</name>
    <message>
        <source>Notices are shown in the window: {cause}</source>
        <translation>通知在視窗內顯示：{cause}</translation>
    </message>
    <message>
        <source>Price alert</source>
        <translation>價格提示</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監察</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nothing has been told yet.</source>
        <translation>尚未發出通知。</translation>
    </message>
    <message>
        <source>Time (HKT)</source>
        <translation>香港時間</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>傳送測試</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Open item</source>
        <translation>開啟項目</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Hold notices back outside office hours</source>
        <translation>辦公時間以外暫緩通知</translation>
    </message>
    <message>
        <source>Held and told afterwards as in quiet hours, which hold beside them. Hong Kong time; critical notices pass where they pass in quiet hours.</source>
        <translation>如安靜時段般暫緩，其後合併通知；安靜時段同時有效。以香港時間計算；緊急通知按安靜時段的設定處理。</translation>
    </message>
    <message>
        <source>Hong Kong’s general holidays are days off</source>
        <translation>香港公眾假期為休息日</translation>
    </message>
    <message>
        <source>Office open on: {day}</source>
        <translation>辦公日：{day}</translation>
    </message>
    <message>
        <source>Office opens: {day}</source>
        <translation>開始辦公：{day}</translation>
    </message>
    <message>
        <source>Office closes: {day}</source>
        <translation>結束辦公：{day}</translation>
    </message>
    <message>
        <source>{day}: the office must close after it opens.</source>
        <translation>{day}：結束時間必須遲於開始時間。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>勿擾時段</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>辦公時間</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>傳送測試</translation>
    </message>
    <message>
        <source>Send a test: {way}</source>
        <translation>傳送測試：{way}</translation>
    </message>
    <message>
        <source>Sound of level {level}</source>
        <translation>「{level}」的聲音</translation>
    </message>
    <message>
        <source>Repeat critical notices</source>
        <translation>重複緊急通知</translation>
    </message>
    <message>
        <source>Every five minutes with their sound, until they are acknowledged, opened or dismissed</source>
        <translation>每五分鐘連聲音重複，直至確認、開啟或關閉</translation>
    </message>
    <message>
        <source>What would have popped up is told afterwards as one; the inbox has it all at once</source>
        <translation>原應彈出的通知於其後合併發出；收件匣則即時收到全部</translation>
    </message>
    <message>
        <source>Hold notices back</source>
        <translation>暫緩通知</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>勿擾開始時間</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>勿擾結束時間</translation>
    </message>
    <message>
        <source>Hong Kong time</source>
        <translation>香港時間</translation>
    </message>
    <message>
        <source>this computer’s time</source>
        <translation>這部電腦的時間</translation>
    </message>
    <message>
        <source>Clock of quiet hours</source>
        <translation>勿擾時段的時間基準</translation>
    </message>
    <message>
        <source>From, until</source>
        <translation>由、至</translation>
    </message>
    <message>
        <source>On</source>
        <translation>適用日</translation>
    </message>
    <message>
        <source>Critical notices pass</source>
        <translation>緊急通知例外</translation>
    </message>
    <message>
        <source>They are told although it is quiet</source>
        <translation>勿擾期間仍會通知</translation>
    </message>
    <message>
        <source>Its do not disturb (KDE, dunst), and full-screen windows on X11. Other systems hold pop-ups back themselves.</source>
        <translation>即其請勿打擾功能（KDE、dunst），以及 X11 的全螢幕視窗。其他系統會自行暫緩彈出通知。</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>跟隨桌面環境</translation>
    </message>
    <message>
        <source>Quiet hours begin on: {day}</source>
        <translation>勿擾時段開始日：{day}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{row}: the badge does not count them</source>
        <translation>{row}：不計入系統匣數字</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>次要</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>價格提示</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Register changes</source>
        <translation>登記冊變動</translation>
    </message>
    <message>
        <source>Watch broken</source>
        <translation>監察中斷</translation>
    </message>
    <message>
        <source>At most six pop up in an hour, the rest comes as one</source>
        <translation>每小時最多彈出六個，其餘合併通知</translation>
    </message>
    <message>
        <source>A firing is logged in any case</source>
        <translation>觸發均會記錄</translation>
    </message>
    <message>
        <source>Reminders, and a last day that moves</source>
        <translation>提醒，以及截止日期有變</translation>
    </message>
    <message>
        <source>Of level High and above; others go by their level</source>
        <translation>級別為重要及以上者；其他按其級別通知</translation>
    </message>
    <message>
        <source>A source that cannot be read</source>
        <translation>來源無法讀取</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>彈出通知</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Tray badge</source>
        <translation>系統匣數字</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>彈出通知</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}及{other}</translation>
    </message>
    <message>
        <source>by {ways}</source>
        <translation>經{ways}</translation>
    </message>
    <message>
        <source>Told {time} HKT</source>
        <translation>香港時間 {time} 已通知</translation>
    </message>
    <message>
        <source>{told} {by}</source>
        <translation>{told}（{by}）</translation>
    </message>
    <message>
        <source>Snoozed until {time}</source>
        <translation>已延後至 {time} 再提</translation>
    </message>
    <message>
        <source>Waits: nobody can show it</source>
        <translation>等待中：無法顯示</translation>
    </message>
    <message>
        <source>Waits to be told</source>
        <translation>等待通知</translation>
    </message>
    <message>
        <source>Held while it is quiet</source>
        <translation>勿擾期間暫緩</translation>
    </message>
    <message>
        <source>May not have been shown</source>
        <translation>可能未有顯示</translation>
    </message>
    <message>
        <source>Told together with others</source>
        <translation>已與其他通知合併發出</translation>
    </message>
    <message>
        <source>Switched off in the settings</source>
        <translation>已在設定中關閉</translation>
    </message>
    <message>
        <source>{state} · repeated once</source>
        <translation>{state} · 已重複 1 次</translation>
    </message>
    <message>
        <source>{state} · repeated {count} times</source>
        <translation>{state} · 已重複 {count} 次</translation>
    </message>
    <message>
        <source>Dealt with before it could be told</source>
        <translation>通知前已處理</translation>
    </message>
    <message>
        <source>Over before it could be told</source>
        <translation>通知前已結束</translation>
    </message>
    <message>
        <source>Not shown: {cause}</source>
        <translation>未有顯示：{cause}</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>已顯示</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已開啟</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已延後再提</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Timed out on the screen</source>
        <translation>顯示逾時</translation>
    </message>
    <message>
        <source>Withdrawn: read in the window</source>
        <translation>已撤回：已在視窗閱讀</translation>
    </message>
    <message>
        <source>Shown; the notification daemon ended</source>
        <translation>已顯示；通知服務其後已結束</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>{state} {by}</source>
        <translation>{state}（{by}）</translation>
    </message>
    <message>
        <source>this system has no way to notify</source>
        <translation>此系統沒有通知方式</translation>
    </message>
    <message>
        <source>no window and no tray to show it in</source>
        <translation>沒有可顯示的視窗或系統匣</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無聲</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>鐘聲</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>星期日</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Send a test</source>
        <translation>傳送測試</translation>
    </message>
    <message>
        <source>See how a notification looks here</source>
        <translation>查看通知在此的樣式</translation>
    </message>
</context>
<context>
    <name>OpenHosts</name>
    <message>
        <source>Host to trust</source>
        <translation>信任的主機</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Links that open without asking</source>
        <translation>不經詢問即開啟的連結</translation>
    </message>
    <message>
        <source>None yet: only the publishers’ links open at once.</source>
        <translation>尚無：只有發布者本身的連結會直接開啟。</translation>
    </message>
    <message>
        <source>{0} is no host. Write it as example.com.</source>
        <translation>{0} 不是主機名稱。請寫成 example.com 的形式。</translation>
    </message>
    <message>
        <source>{0} is in the list already.</source>
        <translation>{0} 已在清單內。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>hkwatch can notify you</source>
        <translation>hkwatch 可以通知您</translation>
    </message>
    <message>
        <source>This is a test.</source>
        <translation>這是測試。</translation>
    </message>
    <message>
        <source>This desktop has no notification service; hkwatch will use its tray icon.</source>
        <translation>此桌面沒有通知服務；hkwatch 會使用系統匣圖示。</translation>
    </message>
    <message>
        <source>The backup is restored: {0} items.</source>
        <translation>已還原備份：{0} 個項目。</translation>
    </message>
    <message>
        <source>The other settings of this file are taken over.</source>
        <translation>已套用此檔案的其他設定。</translation>
    </message>
    <message>
        <source>The feeds of this file are shown once hkwatch has started.</source>
        <translation>hkwatch 啟動後會顯示此檔案的訂閱來源。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>view</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>saved search</source>
        <translation>已儲存的搜尋</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Search actions, views, sources, settings and titles</source>
        <translation>搜尋操作、檢視、來源、設定及標題</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>相符結果</translation>
    </message>
</context>
<context>
    <name>PaletteHolder</name>
    <message>
        <source>The search history was not changed</source>
        <translation>搜尋紀錄未有更改</translation>
    </message>
</context>
<context>
    <name>PictureFeed</name>
    <message>
        <source>it could not be read</source>
        <translation>無法讀取</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>Load 1 image from {host}</source>
        <translation>從 {host} 載入 1 張圖片</translation>
    </message>
    <message>
        <source>Load {count} images from {host}</source>
        <translation>從 {host} 載入 {count} 張圖片</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>{count} not loaded: {why}</source>
        <translation>{count} 張未能載入：{why}</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Open item</source>
        <translation>開啟項目</translation>
    </message>
    <message>
        <source>Earlier item</source>
        <translation>較早的項目</translation>
    </message>
    <message>
        <source>Later item</source>
        <translation>較後的項目</translation>
    </message>
</context>
<context>
    <name>PinRail</name>
    <message>
        <source>Flagged items on the chart</source>
        <translation>圖表上已標示的項目</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 項</translation>
    </message>
</context>
<context>
    <name>PinWords</name>
    <message>
        <source>15 min</source>
        <translation>15 分鐘</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 日</translation>
    </message>
    <message>
        <source>larger than {percent} of the last year’s moves in {length}</source>
        <translation>大於過去 1 年 {percent} 的 {length}升跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of the last year’s moves in {length}</source>
        <translation>小於過去 1 年 {percent} 的 {length}升跌</translation>
    </message>
    <message>
        <source>no price is stored for then</source>
        <translation>該時沒有已存價格</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>尚未結束</translation>
    </message>
    <message>
        <source>first seen {time} HKT</source>
        <translation>{time} 首次發現（香港時間）</translation>
    </message>
    <message>
        <source>Timing only: what the price did after this was seen here, not why.</source>
        <translation>只反映時間先後：首次發現後的價格變動，並非原因。</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>1H</source>
        <translation>1時</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>24H</source>
        <translation>24時</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>7D</source>
        <translation>7日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 日</translation>
    </message>
    <message>
        <source>30D</source>
        <translation>30日</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>Span of the chart</source>
        <translation>圖表時段</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>陰陽燭</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview: say what the rule looks for</source>
        <translation>預覽：請輸入規則的條件</translation>
    </message>
    <message>
        <source>Looking through the stored items…</source>
        <translation>正在查找已儲存的項目…</translation>
    </message>
    <message>
        <source>{0} of {1} stored items match</source>
        <translation>{1} 項已儲存的項目中 {0} 項符合</translation>
    </message>
    <message>
        <source>{0} only because of «{1}»</source>
        <translation>{0} 項只因「{1}」符合</translation>
    </message>
    <message>
        <source>Should not match</source>
        <translation>不應符合</translation>
    </message>
    <message>
        <source>Should match</source>
        <translation>應符合</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>No word of this headline tells it from the others. Change the conditions by hand.</source>
        <translation>此標題沒有可與其他項目區別的字詞。請自行修改條件。</translation>
    </message>
    <message>
        <source>Unless</source>
        <translation>除非</translation>
    </message>
    <message>
        <source>Or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>1 other item would be lost too</source>
        <translation>亦會失去另外 1 項</translation>
    </message>
    <message>
        <source>{0} other items would be lost too</source>
        <translation>亦會失去另外 {0} 項</translation>
    </message>
    <message>
        <source>no other item shown is lost</source>
        <translation>不會失去所示的其他項目</translation>
    </message>
    <message>
        <source>1 other item would match too</source>
        <translation>另外 1 項亦會符合</translation>
    </message>
    <message>
        <source>{0} other items would match too</source>
        <translation>另外 {0} 項亦會符合</translation>
    </message>
    <message>
        <source>no other item shown comes in</source>
        <translation>不會加入所示的其他項目</translation>
    </message>
    <message>
        <source>Preview on stored items</source>
        <translation>以已儲存的項目預覽</translation>
    </message>
    <message>
        <source>Enter marks a row as right or wrong</source>
        <translation>按 Enter 標示該項應否符合</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Dismiss the proposal</source>
        <translation>不採用建議</translation>
    </message>
</context>
<context>
    <name>PriceChart</name>
    <message>
        <source>Candles</source>
        <translation>陰陽燭</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Whole span</source>
        <translation>整個時段</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>複製為圖片</translation>
    </message>
    <message>
        <source>Export prices…</source>
        <translation>匯出價格…</translation>
    </message>
    <message>
        <source>Price chart</source>
        <translation>價格圖</translation>
    </message>
</context>
<context>
    <name>PriceExport</name>
    <message>
        <source>No prices of these days are stored in this step.</source>
        <translation>此間隔於所選日子沒有價格。</translation>
    </message>
    <message>
        <source>{0} prices exported</source>
        <translation>已匯出 {0} 項價格</translation>
    </message>
    <message>
        <source>Export prices</source>
        <translation>匯出價格</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 檔案 (*.csv)</translation>
    </message>
</context>
<context>
    <name>PriceExportDialog</name>
    <message>
        <source>Export prices of {0}</source>
        <translation>匯出 {0} 價格</translation>
    </message>
    <message>
        <source>US$ as CSV: start of each bar, open, high, low, close. Days are Hong Kong&apos;s.</source>
        <translation>美元 CSV：時段開始、開、高、低、收；按香港日期。</translation>
    </message>
    <message>
        <source>A bar an hour</source>
        <translation>每小時</translation>
    </message>
    <message>
        <source>A bar a minute, as far back as they are kept</source>
        <translation>每分鐘（限保留期內）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To, inclusive</source>
        <translation>至（包括當日）</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>The first day comes after the last.</source>
        <translation>開始日期遲於結束日期。</translation>
    </message>
</context>
<context>
    <name>PriceHead</name>
    <message>
        <source>24 h</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>Hide the price panel</source>
        <translation>隱藏價格面板</translation>
    </message>
    <message>
        <source>Bitcoin</source>
        <translation>比特幣</translation>
    </message>
    <message>
        <source>Ether</source>
        <translation>以太幣</translation>
    </message>
    <message>
        <source>Waiting for the first price</source>
        <translation>等待首個價格</translation>
    </message>
    <message>
        <source>{count} sources, {percent} apart</source>
        <translation>{count} 個來源，相差 {percent}</translation>
    </message>
    <message>
        <source>{count} sources agree</source>
        <translation>{count} 個來源一致</translation>
    </message>
    <message>
        <source>2 sources</source>
        <translation>2 個來源</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 個來源</translation>
    </message>
    <message>
        <source>sources differ</source>
        <translation>來源不一致</translation>
    </message>
    <message>
        <source>sources differ by {percent}</source>
        <translation>來源相差 {percent}</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>沒有價格</translation>
    </message>
    <message>
        <source>cannot evaluate 1 alert</source>
        <translation>無法判斷 1 個提示</translation>
    </message>
    <message>
        <source>cannot evaluate {count} alerts</source>
        <translation>無法判斷 {count} 個提示</translation>
    </message>
    <message>
        <source>up {percent} in 24 hours</source>
        <translation>24 小時升 {percent}</translation>
    </message>
    <message>
        <source>down {percent} in 24 hours</source>
        <translation>24 小時跌 {percent}</translation>
    </message>
    <message>
        <source>unchanged in 24 hours</source>
        <translation>24 小時持平</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已計入</translation>
    </message>
    <message>
        <source>the middle of the peg band, at most 0.65 % off</source>
        <translation>聯繫匯率區間的中點，偏差最多 0.65 %</translation>
    </message>
    <message>
        <source>not counted: no valid price</source>
        <translation>不計：價格無效</translation>
    </message>
    <message>
        <source>not counted: bid above ask</source>
        <translation>不計：買價高於賣價</translation>
    </message>
    <message>
        <source>not counted: too old</source>
        <translation>不計：過時</translation>
    </message>
    <message>
        <source>not counted: no conversion rate</source>
        <translation>不計：欠兌換率</translation>
    </message>
    <message>
        <source>not counted: far from the others</source>
        <translation>不計：與其他相差太遠</translation>
    </message>
    <message>
        <source>shown only</source>
        <translation>僅供參考</translation>
    </message>
    <message>
        <source>far from the consensus</source>
        <translation>與共識價相差太遠</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未有回應</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不計</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Asset</source>
        <translation>資產</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>價格提示</translation>
    </message>
    <message>
        <source>On the chart</source>
        <translation>圖表上的項目</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>新增提示</translation>
    </message>
    <message>
        <source>No price alerts. Point at the chart&apos;s axis to set one there.</source>
        <translation>沒有價格提示。指向圖表的價格軸即可設定。</translation>
    </message>
</context>
<context>
    <name>PriceStrip</name>
    <message>
        <source>Show the price panel</source>
        <translation>顯示價格面板</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printed by hkwatch. The content belongs to its issuer.</source>
        <translation>由 hkwatch 列印。內容屬其發布者所有。</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Hosts that were asked</source>
        <translation>曾查詢的主機</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求次數</translation>
    </message>
    <message>
        <source>Last, HKT</source>
        <translation>上次（香港時間）</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>尚未查詢。</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>複製列表</translation>
    </message>
    <message>
        <source>Links that open without asking</source>
        <translation>不經詢問即開啟的連結</translation>
    </message>
    <message>
        <source>prices: {0}</source>
        <translation>價格：{0}</translation>
    </message>
    <message>
        <source>live prices: {0}</source>
        <translation>即時價格：{0}</translation>
    </message>
    <message>
        <source>pages, documents, messages</source>
        <translation>網頁、文件、訊息</translation>
    </message>
    <message>
        <source>exchange rate: {0}</source>
        <translation>匯率：{0}</translation>
    </message>
    <message>
        <source>{0} requests and connections in all.</source>
        <translation>請求及連線合共 {0} 次。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>全選(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>增加(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>減少(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪下(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼上(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全選</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪下(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼上(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>複製連結位置(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>QuietMenu</name>
    <message>
        <source>Quiet</source>
        <translation>勿擾</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>Until 08:00</source>
        <translation>至 08:00</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Views and sources</source>
        <translation>檢視和來源</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Manage sources</source>
        <translation>管理來源</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>新增來源</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>It is asked again later.</source>
        <translation>稍後會再次查詢。</translation>
    </message>
    <message>
        <source>Open it at the source.</source>
        <translation>請在來源網站開啟。</translation>
    </message>
    <message>
        <source>A web page came where the PDF was due.</source>
        <translation>收到的是網頁，不是 PDF。</translation>
    </message>
    <message>
        <source>What came is no PDF.</source>
        <translation>收到的不是 PDF。</translation>
    </message>
    <message>
        <source>The PDF can only be read with a password.</source>
        <translation>須輸入密碼才可閱讀此 PDF。</translation>
    </message>
    <message>
        <source>The PDF holds pictures of its pages and no text.</source>
        <translation>此 PDF 只有頁面圖像，沒有文字。</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>此 PDF 已損壞。</translation>
    </message>
    <message>
        <source>The PDF needs more memory than it may use here.</source>
        <translation>此 PDF 所需的記憶體超出上限。</translation>
    </message>
    <message>
        <source>The PDF took too long to read.</source>
        <translation>讀取此 PDF 需時過長。</translation>
    </message>
    <message>
        <source>The part of hkwatch that reads PDFs could not be started.</source>
        <translation>無法啟動 hkwatch 的 PDF 讀取程式。</translation>
    </message>
    <message>
        <source>Install hkwatch again.</source>
        <translation>請重新安裝 hkwatch。</translation>
    </message>
    <message>
        <source>first seen {time} HKT</source>
        <translation>{time} 首次發現（香港時間）</translation>
    </message>
    <message>
        <source>Published {date}, date only</source>
        <translation>{date} 發表（只有日期）</translation>
    </message>
    <message>
        <source>first seen {time}</source>
        <translation>{time} 首次發現</translation>
    </message>
    <message>
        <source>Published {time} HKT</source>
        <translation>{time} 發表（香港時間）</translation>
    </message>
    <message>
        <source>first seen {time}, {delay} later</source>
        <translation>{time} 首次發現，相隔 {delay}</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>{count} sources</source>
        <translation>{count} 個來源</translation>
    </message>
    <message>
        <source>title has</source>
        <translation>標題含</translation>
    </message>
    <message>
        <source>text has</source>
        <translation>內文含</translation>
    </message>
    <message>
        <source>source is</source>
        <translation>來源為</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排</translation>
    </message>
    <message>
        <source>Two languages side by side</source>
        <translation>兩種語言並排</translation>
    </message>
    <message>
        <source>English title has</source>
        <translation>英文標題含</translation>
    </message>
    <message>
        <source>English text has</source>
        <translation>英文內文含</translation>
    </message>
    <message>
        <source>Chinese title has</source>
        <translation>中文標題含</translation>
    </message>
    <message>
        <source>Chinese text has</source>
        <translation>中文內文含</translation>
    </message>
</context>
<context>
    <name>ReaderFoot</name>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>存證</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>標為未讀</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>標為已讀</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>複製連結</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>The text has not been fetched yet.</source>
        <translation>尚未取得內文。</translation>
    </message>
    <message>
        <source>The text is not in the feed.</source>
        <translation>訂閱來源沒有提供全文。</translation>
    </message>
    <message>
        <source>Open at the source</source>
        <translation>在來源網站開啟</translation>
    </message>
    <message>
        <source>This item could not be read</source>
        <translation>無法讀取此項目</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未選取項目</translation>
    </message>
    <message>
        <source>j and k move through the list.</source>
        <translation>按 j、k 在列表中移動。</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>閱讀窗格</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>內文語言</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>ReaderTools</name>
    <message>
        <source>Find in the text</source>
        <translation>在內文尋找</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>在獨立視窗開啟</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>儲存為 PDF…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>儲存為 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 檔案 (*.pdf)</translation>
    </message>
    <message>
        <source>PDF saved</source>
        <translation>PDF 已儲存</translation>
    </message>
    <message>
        <source>The PDF was not saved</source>
        <translation>PDF 未能儲存</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>It is not in the store any more.</source>
        <translation>資料庫中已沒有此項目。</translation>
    </message>
    <message>
        <source>The change was not stored</source>
        <translation>未能儲存更改</translation>
    </message>
    <message>
        <source>This is no web address</source>
        <translation>這不是網址</translation>
    </message>
    <message>
        <source>Opening {0} in the browser</source>
        <translation>正在瀏覽器開啟 {0}</translation>
    </message>
    <message>
        <source>No browser answered</source>
        <translation>瀏覽器沒有回應</translation>
    </message>
    <message>
        <source>The link was copied instead.</source>
        <translation>已改為複製連結。</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>已複製連結</translation>
    </message>
</context>
<context>
    <name>RecoveryWindow</name>
    <message>
        <source>The store failed its check.</source>
        <translation>資料庫未能通過檢查。</translation>
    </message>
    <message>
        <source>hkwatch’s database is damaged, so it was not opened. Nothing in it was changed.</source>
        <translation>hkwatch 的資料庫已損壞，因此未有開啟。其內容未有更改。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Open copy read-only</source>
        <translation>以唯讀方式開啟備份</translation>
    </message>
    <message>
        <source>Export what is readable…</source>
        <translation>匯出可讀取的資料…</translation>
    </message>
    <message>
        <source>The copy takes the store’s place; the damaged file is kept beside the backups.</source>
        <translation>以備份取代資料庫；損壞的檔案會保留在備份旁。</translation>
    </message>
    <message>
        <source>To look things up. Nothing is watched and nothing can be changed.</source>
        <translation>供查閱之用。不會監察，亦無法更改。</translation>
    </message>
    <message>
        <source>Every row that can still be read of the damaged store, as CSV and JSON.</source>
        <translation>將損壞資料庫中仍可讀取的每列資料存為 CSV 及 JSON。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>There is no good backup.</source>
        <translation>沒有完好的備份。</translation>
    </message>
    <message>
        <source>Last good backup: {0} HKT ({1} items).</source>
        <translation>最近的完好備份：香港時間 {0}（{1} 個項目）。</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在還原…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在複製…</translation>
    </message>
    <message>
        <source>Folder for what can be read</source>
        <translation>存放可讀取資料的資料夾</translation>
    </message>
    <message>
        <source>Reading what can be read…</source>
        <translation>正在讀取可讀取的資料…</translation>
    </message>
    <message>
        <source>{0} items and {1} rows in all saved in {2}.</source>
        <translation>已將 {0} 個項目（共 {1} 列）儲存至 {2}。</translation>
    </message>
    <message>
        <source>Unreadable places: {0}.</source>
        <translation>無法讀取之處：{0}。</translation>
    </message>
</context>
<context>
    <name>RelatedStrip</name>
    <message>
        <source>Conclusions: {title}</source>
        <translation>諮詢總結：{title}</translation>
    </message>
    <message>
        <source>Consultation: {title}</source>
        <translation>諮詢：{title}</translation>
    </message>
    <message>
        <source>Press release: {title}</source>
        <translation>新聞稿：{title}</translation>
    </message>
    <message>
        <source>About the same entity, {publisher}: {title}</source>
        <translation>關於同一機構，{publisher}：{title}</translation>
    </message>
    <message>
        <source>Also issued by {publisher}: {title}</source>
        <translation>{publisher}亦有發布：{title}</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Every Friday</source>
        <translation>逢星期五</translation>
    </message>
    <message>
        <source>A sign of life once a day</source>
        <translation>每日發出運作通知</translation>
    </message>
    <message>
        <source>“18:30: 1,204 checks, 26 of 26 sources, nothing critical”, also a line of signs-of-life.txt in that folder</source>
        <translation>「18:30：檢查 1,204 次，26 個來源全部正常，沒有緊急事項」，並會寫入該資料夾的 signs-of-life.txt</translation>
    </message>
    <message>
        <source>Sign of life at</source>
        <translation>運作通知時間</translation>
    </message>
    <message>
        <source>Hong Kong time</source>
        <translation>香港時間</translation>
    </message>
    <message>
        <source>Write a digest</source>
        <translation>編製摘要</translation>
    </message>
    <message>
        <source>Items, register changes, deadlines, prices and gaps as a file</source>
        <translation>將項目、登記冊變動、截止日期、價格及監察缺口存為檔案</translation>
    </message>
    <message>
        <source>Digest at</source>
        <translation>摘要時間</translation>
    </message>
    <message>
        <source>Digest as</source>
        <translation>摘要格式</translation>
    </message>
    <message>
        <source>Folder of the digests</source>
        <translation>摘要資料夾</translation>
    </message>
    <message>
        <source>digests, in the data folder</source>
        <translation>資料目錄內的 digests 資料夾</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>定期報告</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>A link or command was refused</source>
        <translation>已拒絕連結或指令</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>已複製連結</translation>
    </message>
    <message>
        <source>The item of this link is not in the store</source>
        <translation>此連結的項目不在資料庫內</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>無法讀取資料庫</translation>
    </message>
    <message>
        <source>The price alert of this link does not exist any more</source>
        <translation>此連結的價格提示已不存在</translation>
    </message>
</context>
<context>
    <name>RevisionStrip</name>
    <message>
        <source>Redline: removed words stand in [− −], added words in [+ +].</source>
        <translation>修訂對照：刪去的字詞在 [− −] 內，加入的字詞在 [+ +] 內。</translation>
    </message>
    <message>
        <source>Hide redline</source>
        <translation>隱藏修訂對照</translation>
    </message>
    <message>
        <source>Show redline</source>
        <translation>顯示修訂對照</translation>
    </message>
    <message>
        <source>Revision to compare</source>
        <translation>要對照的版本</translation>
    </message>
    <message>
        <source>revision {number} of {count}</source>
        <translation>第 {number} 版，共 {count} 版</translation>
    </message>
    <message>
        <source>no word changed</source>
        <translation>沒有字詞改動</translation>
    </message>
    <message>
        <source>Edited by the publisher: {time} HKT.</source>
        <translation>發布者修訂時間：{time}（香港時間）。</translation>
    </message>
    <message>
        <source>First seen in this wording: {time} HKT.</source>
        <translation>首次發現此版本：{time}（香港時間）。</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>RowEdit</name>
    <message>
        <source>such as {0}</source>
        <translation>例如 {0}</translation>
    </message>
    <message>
        <source>has any of</source>
        <translation>含任何一項</translation>
    </message>
    <message>
        <source>has none of</source>
        <translation>全部不含</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找位置</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>比較方式</translation>
    </message>
    <message>
        <source>Words, divided by commas</source>
        <translation>字詞，以逗號分隔</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此條件</translation>
    </message>
</context>
<context>
    <name>RuleDetail</name>
    <message>
        <source>A rule&apos;s box switches it off and on. Enter edits one of your own.</source>
        <translation>方格可啟用或停用規則。按 Enter 編輯自訂規則。</translation>
    </message>
    <message>
        <source>If {0}</source>
        <translation>如果 {0}</translation>
    </message>
    <message>
        <source>Unless {0}</source>
        <translation>除非 {0}</translation>
    </message>
    <message>
        <source>Then {0}</source>
        <translation>則 {0}</translation>
    </message>
    <message>
        <source>Its box switches it off and on; the change survives new versions of the pack.</source>
        <translation>方格可啟用或停用此規則；規則套件更新後仍然有效。</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>規則檔案</translation>
    </message>
    <message>
        <source>{0}, taken out</source>
        <translation>{0}，已剔除</translation>
    </message>
    <message>
        <source>{0}, added by you</source>
        <translation>{0}，由您新增</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Another word or phrase</source>
        <translation>另一字詞或詞組</translation>
    </message>
    <message>
        <source>Words of the list</source>
        <translation>清單字詞</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Not saved.</source>
        <translation>未能儲存。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Preview: correct the query marked red</source>
        <translation>預覽：請更正標紅的搜尋條件</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>規則須有名稱。</translation>
    </message>
    <message>
        <source>Say what the rule looks for.</source>
        <translation>請輸入規則的條件。</translation>
    </message>
    <message>
        <source>Correct the query marked red.</source>
        <translation>請更正以紅色標示的語法。</translation>
    </message>
    <message>
        <source>Also apply to what is stored (no notifications)</source>
        <translation>亦套用至已儲存的項目（不通知）</translation>
    </message>
    <message>
        <source>Also apply to what is stored: {0} match (no notifications)</source>
        <translation>亦套用至已儲存的項目：{0} 項符合（不通知）</translation>
    </message>
    <message>
        <source>Rule: {0}</source>
        <translation>規則：{0}</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未儲存。</translation>
    </message>
    <message>
        <source>Press Esc again to leave without saving.</source>
        <translation>再按 Esc 即不儲存並離開。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>繼續編輯</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>規則名稱</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>規則的用途</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>If</source>
        <translation>如果</translation>
    </message>
    <message>
        <source>Unless</source>
        <translation>除非</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Rules (*.toml)</source>
        <translation>規則 (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>匯出規則</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>匯入規則</translation>
    </message>
    <message>
        <source>title or text</source>
        <translation>標題或內文</translation>
    </message>
    <message>
        <source>title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>text</source>
        <translation>內文</translation>
    </message>
    <message>
        <source>source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>type</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>level</source>
        <translation>級別</translation>
    </message>
    <message>
        <source>is</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>comes with</source>
        <translation>附帶內容</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>shipped rule</source>
        <translation>內置規則</translation>
    </message>
    <message>
        <source>firm</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>CE number</source>
        <translation>中央編號</translation>
    </message>
    <message>
        <source>language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有發布者</translation>
    </message>
    <message>
        <source>official sources</source>
        <translation>官方來源</translation>
    </message>
    <message>
        <source>chosen publishers</source>
        <translation>所選發布者</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>定為</translation>
    </message>
    <message>
        <source>as its level says</source>
        <translation>按級別</translation>
    </message>
    <message>
        <source>always</source>
        <translation>必定通知</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不通知</translation>
    </message>
    <message>
        <source>always notified</source>
        <translation>必定通知</translation>
    </message>
    <message>
        <source>never notified</source>
        <translation>永不通知</translation>
    </message>
    <message>
        <source>pinned on the chart</source>
        <translation>釘在圖表上</translation>
    </message>
    <message>
        <source>to be acknowledged</source>
        <translation>須確認</translation>
    </message>
    <message>
        <source>stops here</source>
        <translation>到此為止</translation>
    </message>
    <message>
        <source>does nothing yet</source>
        <translation>暫無作用</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>主題：{0}</translation>
    </message>
    <message>
        <source>level at least {0}</source>
        <translation>級別最低為{0}</translation>
    </message>
    <message>
        <source>level at most {0}</source>
        <translation>級別最高為{0}</translation>
    </message>
    <message>
        <source>prepares others</source>
        <translation>供其他規則使用</translation>
    </message>
    <message>
        <source>is Hong Kong&apos;s</source>
        <translation>屬香港</translation>
    </message>
    <message>
        <source>No hit in 180 days: still wanted?</source>
        <translation>180 日未有觸發：是否仍需要？</translation>
    </message>
    <message>
        <source>Holds of more than 30 % of items: too wide?</source>
        <translation>超過 30 % 的項目符合：是否過寬？</translation>
    </message>
</context>
<context>
    <name>RulesController</name>
    <message>
        <source>Story muted</source>
        <translation>事件已靜音</translation>
    </message>
    <message>
        <source>Headlines like this muted</source>
        <translation>同類標題已靜音</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>至 {0}</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已靜音</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Reading the rules</source>
        <translation>正在讀取規則</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>引擎啟動中。</translation>
    </message>
    <message>
        <source>{0} of your own</source>
        <translation>{0} 條自訂</translation>
    </message>
    <message>
        <source>{0} shipped</source>
        <translation>{0} 條內置</translation>
    </message>
    <message>
        <source>{0} switched off</source>
        <translation>{0} 條已停用</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 個問題</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 個問題</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo the last change: {0}</source>
        <translation>復原上次更改：{0}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Your own rules and your changes to the shipped ones as a file</source>
        <translation>把自訂規則及對內置規則的修改存檔</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Search rules and words</source>
        <translation>搜尋規則及字詞</translation>
    </message>
</context>
<context>
    <name>RulesManager</name>
    <message>
        <source>“{0}” saved</source>
        <translation>已儲存「{0}」</translation>
    </message>
    <message>
        <source>This window only reads.</source>
        <translation>此視窗為唯讀。</translation>
    </message>
    <message>
        <source>“{0}” deleted</source>
        <translation>已刪除「{0}」</translation>
    </message>
    <message>
        <source>Shipped rule switched on</source>
        <translation>已啟用內置規則</translation>
    </message>
    <message>
        <source>Shipped rule switched off</source>
        <translation>已停用內置規則</translation>
    </message>
    <message>
        <source>“{0}” switched on</source>
        <translation>已啟用「{0}」</translation>
    </message>
    <message>
        <source>“{0}” switched off</source>
        <translation>已停用「{0}」</translation>
    </message>
    <message>
        <source>Word list changed</source>
        <translation>已更改字詞清單</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>未有更改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>1 rule exported</source>
        <translation>已匯出 1 條規則</translation>
    </message>
    <message>
        <source>{0} rules exported</source>
        <translation>已匯出 {0} 條規則</translation>
    </message>
    <message>
        <source>The file was not used.</source>
        <translation>未有使用此檔案。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>未有匯入任何內容。</translation>
    </message>
    <message>
        <source>{0} new, {1} changed, {2} the same</source>
        <translation>{0} 條新增、{1} 條更改、{2} 條相同</translation>
    </message>
    <message>
        <source>{0} changes of shipped rules</source>
        <translation>{0} 項內置規則修改</translation>
    </message>
    <message>
        <source>Nothing to import:</source>
        <translation>沒有可匯入的內容：</translation>
    </message>
    <message>
        <source>all rules of the file are here already.</source>
        <translation>檔案內的規則均已存在。</translation>
    </message>
    <message>
        <source>written with other versions: {0}</source>
        <translation>以其他版本寫成：{0}</translation>
    </message>
    <message>
        <source>Import {0}?</source>
        <translation>是否匯入（{0}）？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Rules imported</source>
        <translation>已匯入規則</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Watched firms</source>
        <translation>關注公司</translation>
    </message>
    <message>
        <source>By any name, in English or Chinese, or by the CE number of the SFC’s register.</source>
        <translation>可用任何中英文名稱，或證監會登記冊的中央編號。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Manage rules…</source>
        <translation>管理規則…</translation>
    </message>
    <message>
        <source>Which words flag an item, and at which level</source>
        <translation>標示項目的字詞及級別</translation>
    </message>
    <message>
        <source>Mutes…</source>
        <translation>靜音…</translation>
    </message>
    <message>
        <source>What is kept quiet though a rule flags it</source>
        <translation>規則已標示但不通知的內容</translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <source>version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>rule files</source>
        <translation>規則檔案</translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation>1 條規則</translation>
    </message>
    <message>
        <source>{0} rules</source>
        <translation>{0} 條規則</translation>
    </message>
    <message>
        <source>Your rules</source>
        <translation>自訂規則</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>沒有相符項目</translation>
    </message>
    <message>
        <source>None yet. “New rule” writes one.</source>
        <translation>尚無規則。按「新增規則」建立。</translation>
    </message>
    <message>
        <source>Pack “{0}”</source>
        <translation>規則套件「{0}」</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>經您更改</translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation>{0} 個字詞</translation>
    </message>
    <message>
        <source>{0} changes by you</source>
        <translation>經您更改 {0} 處</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日</translation>
    </message>
    <message>
        <source>Last hit</source>
        <translation>上次觸發</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
</context>
<context>
    <name>SavedController</name>
    <message>
        <source>The search was not saved</source>
        <translation>搜尋未能儲存</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>尚無可儲存的搜尋</translation>
    </message>
    <message>
        <source>Type a search first; the star in the box saves it.</source>
        <translation>請先輸入搜尋條件，再按搜尋欄內的星號儲存。</translation>
    </message>
    <message>
        <source>“{0}” removed</source>
        <translation>已移除「{0}」</translation>
    </message>
    <message>
        <source>New items are told.</source>
        <translation>有新項目時通知。</translation>
    </message>
    <message>
        <source>It cannot be asked: {0}</source>
        <translation>無法搜尋：{0}</translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Notify of new items</source>
        <translation>有新項目時通知</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>SearchCompletion</name>
    <message>
        <source>What can be typed here</source>
        <translation>可在此輸入的內容</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Save this search</source>
        <translation>儲存此搜尋</translation>
    </message>
    <message>
        <source>Edit saved search</source>
        <translation>編輯已儲存的搜尋</translation>
    </message>
    <message>
        <source>What the rail calls it</source>
        <translation>側欄顯示的名稱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋條件</translation>
    </message>
    <message>
        <source>Notify me of new items in this view</source>
        <translation>此檢視有新項目時通知我</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Save as new</source>
        <translation>另存為新搜尋</translation>
    </message>
    <message>
        <source>It asks what the price did afterwards. That is not known of a new item, so nothing is told.</source>
        <translation>此搜尋以其後的價格變動為條件；新項目尚無此資料，因此不會通知。</translation>
    </message>
    <message>
        <source>Whatever their level, each once. What you muted stays silent.</source>
        <translation>不論級別，每項只通知一次。已靜音的內容不會通知。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles and text, or type  {0}</source>
        <translation>搜尋標題及內文，或輸入  {0}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>Search language</source>
        <translation>搜尋語法</translation>
    </message>
    <message>
        <source>Search language (F1)</source>
        <translation>搜尋語法（F1）</translation>
    </message>
    <message>
        <source>Saved as “{0}” – edit</source>
        <translation>已儲存為「{0}」– 編輯</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>儲存此搜尋</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Search language</source>
        <translation>搜尋語法</translation>
    </message>
    <message>
        <source>Click an example to try it. The line under the search box says how it was read.</source>
        <translation>按一下例子即可試用。搜尋欄下方會顯示解讀結果。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Try {0}</source>
        <translation>試用 {0}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字詞</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Kinds of document</source>
        <translation>文件類別</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>two words</source>
        <translation>兩個字詞</translation>
    </message>
    <message>
        <source>both occur, in title or text; 證監會 also finds 证监会</source>
        <translation>兩者均出現於標題或內文；繁簡互通</translation>
    </message>
    <message>
        <source>“a phrase”</source>
        <translation>「詞組」</translation>
    </message>
    <message>
        <source>these words in this order</source>
        <translation>字詞按此次序出現</translation>
    </message>
    <message>
        <source>beginning*</source>
        <translation>開頭*</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>以此開頭的字詞</translation>
    </message>
    <message>
        <source>one of the two</source>
        <translation>兩者之一</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>排除此項</translation>
    </message>
    <message>
        <source>belongs together</source>
        <translation>視為一組</translation>
    </message>
    <message>
        <source>a,b</source>
        <translation>a,b</translation>
    </message>
    <message>
        <source>after a field: one of these</source>
        <translation>用於欄位之後：其中之一</translation>
    </message>
    <message>
        <source>regular expression; i ignores case</source>
        <translation>正則表達式；i 表示不分大小寫</translation>
    </message>
    <message>
        <source>words in the title only</source>
        <translation>只限標題的字詞</translation>
    </message>
    <message>
        <source>words in the text only</source>
        <translation>只限內文的字詞</translation>
    </message>
    <message>
        <source>publisher or source; reg: is the same</source>
        <translation>發布者或來源（同 reg:）</translation>
    </message>
    <message>
        <source>kind of document</source>
        <translation>文件類別</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>how much it matters</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>state and marks</source>
        <translation>狀態及標記</translation>
    </message>
    <message>
        <source>what comes with it</source>
        <translation>附帶內容</translation>
    </message>
    <message>
        <source>reference number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>the rule that flagged it</source>
        <translation>據以標示的規則</translation>
    </message>
    <message>
        <source>firm named in headline or opening, by any of its names</source>
        <translation>標題或開首提及的公司（任何名稱）</translation>
    </message>
    <message>
        <source>CE number of a firm that is named</source>
        <translation>所提及公司的中央編號</translation>
    </message>
    <message>
        <source>language it exists in</source>
        <translation>備有的語言</translation>
    </message>
    <message>
        <source>day published, Hong Kong time</source>
        <translation>發表日期（香港時間）</translation>
    </message>
    <message>
        <source>when first seen here, Hong Kong time</source>
        <translation>首次發現的時間（香港時間）</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>bitcoin price in US$ when first seen</source>
        <translation>首次發現時的比特幣價格（US$）</translation>
    </message>
    <message>
        <source>bitcoin move in the hour after</source>
        <translation>其後 1 小時的比特幣升跌</translation>
    </message>
    <message>
        <source>bitcoin move in the day after</source>
        <translation>其後 24 小時的比特幣升跌</translation>
    </message>
    <message>
        <source>where to look: the view, everywhere, the archive, what is muted</source>
        <translation>搜尋範圍：此檢視、全部、封存、已靜音</translation>
    </message>
    <message>
        <source>another order; a minus turns it round</source>
        <translation>改變排序；前置減號表示反向</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Advanced</source>
        <translation>進階</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日誌資料夾</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>複製診斷資料</translation>
    </message>
    <message>
        <source>Save a diagnosis bundle…</source>
        <translation>儲存診斷套件…</translation>
    </message>
    <message>
        <source>Chinese typefaces</source>
        <translation>中文字型</translation>
    </message>
    <message>
        <source>Keep items</source>
        <translation>保留項目</translation>
    </message>
    <message>
        <source>Older ones are removed once a day, after the day’s backup. Always kept: flagged, starred, acknowledged and noted items, and all of level high and above.</source>
        <translation>較舊的項目每日備份後清除一次。必定保留：已標示、已加星、已確認及有備註的項目，以及所有級別為重要及以上的項目。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Everything stays on this computer, in one folder.</source>
        <translation>所有資料只存於這部電腦的單一資料夾。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>資料存放位置</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Test restore</source>
        <translation>測試還原</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>匯出設定…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>匯入設定…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>清除全部資料…</translation>
    </message>
    <message>
        <source>Remind me when so many working days are left</source>
        <translation>尚餘以下工作日時提醒我</translation>
    </message>
    <message>
        <source>0 is the last day itself; with none ticked nothing reminds</source>
        <translation>0 即截止當日；全不勾選則不提醒</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Working days are Hong Kong’s: Saturdays, Sundays and general holidays are none.</source>
        <translation>按香港工作日計算：星期六、星期日及公眾假期除外。</translation>
    </message>
    <message>
        <source>Calendar of working days</source>
        <translation>工作日曆</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Hong Kong time (HKT)</source>
        <translation>香港時間（HKT）</translation>
    </message>
    <message>
        <source>This computer’s time</source>
        <translation>此電腦的時間</translation>
    </message>
    <message>
        <source>As in the language</source>
        <translation>按語言習慣</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>每次詢問</translation>
    </message>
    <message>
        <source>Keep watching in the tray</source>
        <translation>在系統匣繼續監察</translation>
    </message>
    <message>
        <source>Quit hkwatch</source>
        <translation>結束 hkwatch</translation>
    </message>
    <message>
        <source>As soon as it is shown</source>
        <translation>一顯示即為已讀</translation>
    </message>
    <message>
        <source>After a time on the screen</source>
        <translation>顯示一段時間後</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>只由自己標示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>Of the window and of notifications</source>
        <translation>視窗和通知的語言</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>In lists and the reader; evidence, exports, alerts and the chart keep Hong Kong time, and so do days</source>
        <translation>用於列表及閱讀窗格；證據、匯出、提示、圖表及日子一律用香港時間</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Everywhere in the window</source>
        <translation>用於整個視窗</translation>
    </message>
    <message>
        <source>Keep watching without a tray</source>
        <translation>沒有系統匣時繼續監察</translation>
    </message>
    <message>
        <source>Where there is no tray, closing the window otherwise quits. Starting hkwatch again shows it.</source>
        <translation>否則在沒有系統匣的環境，關閉視窗即結束程式。再次啟動 hkwatch 便會顯示視窗。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登入時啟動</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>在系統匣啟動，不開視窗</translation>
    </message>
    <message>
        <source>Open hkwatch:// links</source>
        <translation>開啟 hkwatch:// 連結</translation>
    </message>
    <message>
        <source>A link to an item, as Copy hkwatch link makes it, opens here</source>
        <translation>以「複製 hkwatch 連結」製作的項目連結會在此開啟</translation>
    </message>
    <message>
        <source>An item becomes read</source>
        <translation>項目何時成為已讀</translation>
    </message>
    <message>
        <source>Only in the window that is in use; by hand at any time</source>
        <translation>只限使用中的視窗；隨時可自行標示</translation>
    </message>
    <message>
        <source>Time until it is read</source>
        <translation>成為已讀所需時間</translation>
    </message>
    <message>
        <source>Without interruption; holds where an item becomes read after a time</source>
        <translation>須持續顯示；適用於顯示一段時間後成為已讀</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Stands in the audit journal beside the name of your account, from the next acknowledgement on</source>
        <translation>由下次確認起，與帳戶名稱一併記入審計日誌</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>選填</translation>
    </message>
    <message>
        <source>In the tray hkwatch goes on watching and notifying</source>
        <translation>hkwatch 會在系統匣繼續監察並發出通知</translation>
    </message>
    <message>
        <source>There is no tray here: it goes on unseen, and starting it again shows the window.</source>
        <translation>此處沒有系統匣：hkwatch 會在背景運作，再次啟動即可顯示視窗。</translation>
    </message>
    <message>
        <source>There is no tray here, so hkwatch quits. The next option changes that.</source>
        <translation>此處沒有系統匣，因此 hkwatch 會結束。下一選項可更改此行為。</translation>
    </message>
    <message>
        <source>When I close the window</source>
        <translation>關閉視窗時</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Search history</source>
        <translation>搜尋紀錄</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>還原預設值：{0}</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>綠升紅跌</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>紅升綠跌</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>藍升橙跌</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Light or dark grounds in all windows</source>
        <translation>所有視窗採用淺色或深色背景</translation>
    </message>
    <message>
        <source>Price colours</source>
        <translation>升跌顏色</translation>
    </message>
    <message>
        <source>▲ and ▼ are always there too</source>
        <translation>▲ 和 ▼ 始終顯示</translation>
    </message>
    <message>
        <source>Two lines a row</source>
        <translation>每項分兩行</translation>
    </message>
    <message>
        <source>A wide window always has them</source>
        <translation>寬視窗一律分兩行</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Texts and all that stands around them; the window comes up anew for it, where it was</source>
        <translation>文字及其周圍的一切；視窗會重新開啟並返回原處</translation>
    </message>
    <message>
        <source>Text size in the reader</source>
        <translation>閱讀窗格的文字大小</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl − change it there, too</source>
        <translation>亦可在閱讀窗格按 Ctrl + 及 Ctrl − 更改</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>A level always names the rule that set it.</source>
        <translation>級別必定註明由哪項規則設定。</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>傳送測試通知</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安靜時段</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>辦公時間</translation>
    </message>
    <message>
        <source>US$ and HK$</source>
        <translation>美元及港元</translation>
    </message>
    <message>
        <source>US$ only</source>
        <translation>只限美元</translation>
    </message>
    <message>
        <source>HK$ first</source>
        <translation>先列港元</translation>
    </message>
    <message>
        <source>Watch prices</source>
        <translation>監察價格</translation>
    </message>
    <message>
        <source>Without it no venue is asked, and price alerts rest</source>
        <translation>關閉後不查詢交易平台，價格提示亦會暫停</translation>
    </message>
    <message>
        <source>What is priced</source>
        <translation>報價資產</translation>
    </message>
    <message>
        <source>All that a venue of the catalogue quotes can be chosen; alerts on others rest</source>
        <translation>可選目錄內交易平台有報價的資產；其他資產的提示會暫停</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>貨幣單位</translation>
    </message>
    <message>
        <source>In the price panel; the HK$ rate and who states it stand with the venues</source>
        <translation>用於價格面板；港元匯率及其來源與交易平台一同列出</translation>
    </message>
    <message>
        <source>Look at the venues every</source>
        <translation>查詢交易平台的間隔</translation>
    </message>
    <message>
        <source>Shorter is not better: publishers limit how often they may be asked</source>
        <translation>並非愈短愈好：平台限制查詢次數</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Live prices</source>
        <translation>即時價格</translation>
    </message>
    <message>
        <source>Keeps connections to five venues open; prices then change every two seconds</source>
        <translation>與五個交易平台保持連線；價格每兩秒更新一次</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Several venues are compared; one that disagrees or is late does not count.</source>
        <translation>比較多個交易平台；價格有異或延遲者不計算在內。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>私隱</translation>
    </message>
    <message>
        <source>hkwatch sends nothing about you to anybody: there is no telemetry and nothing to switch off. It only asks the publishers and venues below, and pages that you open go to your browser.</source>
        <translation>hkwatch 不會向任何人傳送關於您的資料：沒有遙測，亦無須關閉任何功能。程式只查詢下列發布者及交易平台；您開啟的網頁交由瀏覽器處理。</translation>
    </message>
    <message>
        <source>Hosts that were asked</source>
        <translation>曾查詢的主機</translation>
    </message>
    <message>
        <source>Links that open without asking</source>
        <translation>不經詢問即開啟的連結</translation>
    </message>
    <message>
        <source>Flag licences outside Hong Kong too</source>
        <translation>亦標示香港以外的牌照</translation>
    </message>
    <message>
        <source>Stored items are flagged anew; nothing is notified for it</source>
        <translation>已儲存的項目會重新標示；不會因此發出通知</translation>
    </message>
    <message>
        <source>Rules and levels</source>
        <translation>規則及級別</translation>
    </message>
    <message>
        <source>Rules set the levels low, normal and high. Critical comes on top: an item of level high that names a watched firm, takes a row off a register, or has three working days left.</source>
        <translation>規則設定次要、一般及重要級別。緊急另計：級別為重要，並提及關注公司、從登記冊移除一行，或尚餘三個工作日的項目。</translation>
    </message>
    <message>
        <source>Watched firms</source>
        <translation>關注公司</translation>
    </message>
    <message>
        <source>Manage rules…</source>
        <translation>管理規則…</translation>
    </message>
    <message>
        <source>Mutes…</source>
        <translation>靜音…</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Single keys work in the list and the reader, never while you type.</source>
        <translation>單鍵只在列表和閱讀窗格有效，輸入文字時無效。</translation>
    </message>
    <message>
        <source>All keys…</source>
        <translation>所有快速鍵…</translation>
    </message>
    <message>
        <source>Check less often on battery or a metered connection</source>
        <translation>使用電池或計量付費連線時減少檢查</translation>
    </message>
    <message>
        <source>The status bar says so while it does; official sources in busy hours are slowed down least</source>
        <translation>期間狀態列會註明；官方來源在繁忙時段減慢最少</translation>
    </message>
    <message>
        <source>Proxy of all requests</source>
        <translation>所有請求的代理伺服器</translation>
    </message>
    <message>
        <source>“direct” for none; a source’s own goes before. Live prices go past it.</source>
        <translation>填「direct」即不使用；來源本身的設定優先。即時價格不經代理。</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Not used: write http://host:port or socks5://host:port, without name and password.</source>
        <translation>未採用：請寫成 http://host:port 或 socks5://host:port，不含名稱及密碼。</translation>
    </message>
    <message>
        <source>Said to publishers</source>
        <translation>向發布者表明</translation>
    </message>
    <message>
        <source>Stands in brackets after “hkwatch” and its version in every request, such as an address to write to</source>
        <translation>在每個請求中置於「hkwatch」及版本之後的括號內，例如聯絡地址</translation>
    </message>
    <message>
        <source>Not used: only Latin letters, digits and signs, no brackets.</source>
        <translation>未採用：只可用英文字母、數字及符號，不可用括號。</translation>
    </message>
    <message>
        <source>Follow a source that moved for good by itself</source>
        <translation>自動跟隨已永久遷移的來源</translation>
    </message>
    <message>
        <source>After ten good answers from the new address; otherwise it is only proposed. You can always go back.</source>
        <translation>新網址十次正常回應後採用，否則只作建議；可隨時還原。</translation>
    </message>
    <message>
        <source>Sources and schedule</source>
        <translation>來源及時間表</translation>
    </message>
    <message>
        <source>Official sources are asked most often in the hours in which they publish; no publisher is asked more often than it allows, and what did not change is not fetched again.</source>
        <translation>官方來源在其發布時段查詢最頻密；對每個發布者的查詢次數均不會超出其容許上限，沒有變動的內容不會重新下載。</translation>
    </message>
    <message>
        <source>Manage sources…</source>
        <translation>管理來源…</translation>
    </message>
    <message>
        <source>No setting is found by “{0}”.</source>
        <translation>找不到符合「{0}」的設定。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Changes hold at once.</source>
        <translation>更改即時生效。</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜尋設定項目</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Published HKT</source>
        <translation>發表時間（香港）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>級別</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>{0}, archived</source>
        <translation>{0}，已封存</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The settings were not saved</source>
        <translation>未能儲存設定</translation>
    </message>
    <message>
        <source>You are reading a copy.</source>
        <translation>現正檢視備份。</translation>
    </message>
    <message>
        <source>Nothing is watched; nothing can be changed.</source>
        <translation>不會監察，亦無法更改。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>關閉提醒</translation>
    </message>
</context>
<context>
    <name>SourceAdder</name>
    <message>
        <source>This window only reads; another hkwatch watches.</source>
        <translation>此視窗為唯讀；另一個 hkwatch 正在監察。</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>Choose sources</source>
        <translation>選擇來源</translation>
    </message>
    <message>
        <source>Search sources</source>
        <translation>搜尋來源</translation>
    </message>
    <message>
        <source>Sources by publisher</source>
        <translation>按發布機構列出的來源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>No source is asked before you start watching.</source>
        <translation>開始監察前不會查詢任何來源。</translation>
    </message>
    <message>
        <source>Usual choice</source>
        <translation>預設選擇</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Watch these</source>
        <translation>監察所選來源</translation>
    </message>
</context>
<context>
    <name>SourceDetail</name>
    <message>
        <source>The server says it moved to {0} (seen {1}×).</source>
        <translation>伺服器表示已遷至 {0}（共 {1} 次）。</translation>
    </message>
    <message>
        <source>Keep old</source>
        <translation>保留舊網址</translation>
    </message>
    <message>
        <source>It moved, and is asked at its new address. Before: {0}</source>
        <translation>來源已遷移，現用新網址。舊網址：{0}</translation>
    </message>
    <message>
        <source>Go back to the old address</source>
        <translation>用回舊網址</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>last answer {0}</source>
        <translation>上次回應 {0}</translation>
    </message>
    <message>
        <source>1 item kept</source>
        <translation>保留 1 項</translation>
    </message>
    <message>
        <source>{0} items kept</source>
        <translation>保留 {0} 項</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查詢…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即檢查</translation>
    </message>
    <message>
        <source>F5; the publisher&apos;s limits still hold</source>
        <translation>F5；仍須遵守發布者的限制</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在瀏覽器開啟</translation>
    </message>
    <message>
        <source>Opens {0}</source>
        <translation>開啟 {0}</translation>
    </message>
    <message>
        <source>Space; it is not asked until you watch it again</source>
        <translation>空白鍵；恢復監察前不作查詢</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>恢復監察</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監察</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Politeness</source>
        <translation>查詢節制</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>使用條款</translation>
    </message>
    <message>
        <source>Choose a source to see how it does. One that fails is asked again by itself, at growing intervals.</source>
        <translation>選擇來源以查看其狀況。失效的來源會自動重試，間隔逐次延長。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete; its items stay, and it can be undone</source>
        <translation>Delete 鍵；其項目會保留，並可復原</translation>
    </message>
    <message>
        <source>Use new</source>
        <translation>採用新網址</translation>
    </message>
    <message>
        <source>Details of the source</source>
        <translation>來源詳情</translation>
    </message>
</context>
<context>
    <name>SourceManager</name>
    <message>
        <source>The source was not switched</source>
        <translation>來源未有切換</translation>
    </message>
    <message>
        <source>The source was not removed</source>
        <translation>來源未有移除</translation>
    </message>
    <message>
        <source>“{0}” removed</source>
        <translation>已移除「{0}」</translation>
    </message>
    <message>
        <source>Its items stay</source>
        <translation>其項目會保留</translation>
    </message>
    <message>
        <source>{0} removed so far · Ctrl+Z one by one</source>
        <translation>至今移除 {0} 個 · 按 Ctrl+Z 逐個復原</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>全部復原</translation>
    </message>
    <message>
        <source>“{0}” is back</source>
        <translation>已恢復「{0}」</translation>
    </message>
    <message>
        <source>“{0}” is still removed</source>
        <translation>「{0}」仍未恢復</translation>
    </message>
    <message>
        <source>{0} sources are back</source>
        <translation>已恢復 {0} 個來源</translation>
    </message>
    <message>
        <source>The source did not come back</source>
        <translation>來源未能恢復</translation>
    </message>
    <message>
        <source>The options were not set</source>
        <translation>選項未有更改</translation>
    </message>
    <message>
        <source>The address was not changed</source>
        <translation>網址未有更改</translation>
    </message>
    <message>
        <source>This is no web address</source>
        <translation>這不是網址</translation>
    </message>
    <message>
        <source>Opening {0} in the browser</source>
        <translation>正在瀏覽器開啟 {0}</translation>
    </message>
    <message>
        <source>No browser answered</source>
        <translation>瀏覽器沒有回應</translation>
    </message>
    <message>
        <source>1 API or page left out: no other reader reads it</source>
        <translation>略去 1 個 API 或網頁：其他閱讀器無法讀取</translation>
    </message>
    <message>
        <source>{0} APIs and pages left out: no other reader reads them</source>
        <translation>略去 {0} 個 API 和網頁：其他閱讀器無法讀取</translation>
    </message>
    <message>
        <source>1 feed exported</source>
        <translation>已匯出 1 個訂閱來源</translation>
    </message>
    <message>
        <source>{0} feeds exported</source>
        <translation>已匯出 {0} 個訂閱來源</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>未有匯出任何內容</translation>
    </message>
</context>
<context>
    <name>SourceOptionsForm</name>
    <message>
        <source>A line each, as Name: value.</source>
        <translation>每行一項，格式為 Name: value。</translation>
    </message>
    <message>
        <source>Plain letters only.</source>
        <translation>只限英文字元。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>As the catalogue says</source>
        <translation>按目錄設定</translation>
    </message>
    <message>
        <source>Take back everything set for this source</source>
        <translation>還原此來源的所有自訂設定</translation>
    </message>
    <message>
        <source>Minutes between polls</source>
        <translation>檢查間隔（分鐘）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation>通知項目</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理伺服器</translation>
    </message>
    <message>
        <source>User-Agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密鑰</translation>
    </message>
    <message>
        <source>Keep secrets in the file</source>
        <translation>密鑰存於檔案</translation>
    </message>
    <message>
        <source>As for all sources</source>
        <translation>與所有來源相同</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Enter a number of minutes, or nothing.</source>
        <translation>請輸入分鐘數，或留空。</translation>
    </message>
    <message>
        <source>From 1 minute to 10,080 (a week).</source>
        <translation>由 1 至 10,080 分鐘（一星期）。</translation>
    </message>
    <message>
        <source>“direct” for none</source>
        <translation>輸入 direct 即不使用代理</translation>
    </message>
    <message>
        <source>Sent to this source&apos;s host alone. {0} stands for a secret that is kept.</source>
        <translation>只傳送至此來源的主機。{0} 代表已保存的密鑰。</translation>
    </message>
    <message>
        <source>Passwords, tokens and cookies stand in own.toml, in plain text.</source>
        <translation>密碼、權杖及 Cookie 以明文存於 own.toml。</translation>
    </message>
    <message>
        <source>Passwords, tokens and cookies go to the keyring of this system.</source>
        <translation>密碼、權杖及 Cookie 存入系統鑰匙圈。</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Headers and secrets</source>
        <translation>標頭與密鑰</translation>
    </message>
    <message>
        <source>User-Agent, headers, cookies and where their secrets are kept</source>
        <translation>User-Agent、標頭、Cookie 及密鑰存放處</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>The engine is starting</source>
        <translation>引擎啟動中</translation>
    </message>
    <message>
        <source>The sources appear as soon as it answers.</source>
        <translation>引擎回應後，來源便會顯示。</translation>
    </message>
    <message>
        <source>No source matches “{0}”</source>
        <translation>沒有來源符合「{0}」</translation>
    </message>
    <message>
        <source>Name, publisher, address and state are looked at.</source>
        <translation>會比對名稱、發布者、網址和狀態。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>Every source is paused or off</source>
        <translation>所有來源均已暫停或關閉</translation>
    </message>
    <message>
        <source>Nothing is watched.</source>
        <translation>未有監察任何來源。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>No source is watched</source>
        <translation>未有監察來源</translation>
    </message>
    <message>
        <source>Add a feed, a site or an OPML file.</source>
        <translation>請新增訂閱來源、網站或 OPML 檔案。</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>新增來源…</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>訂閱清單 (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Export OPML</source>
        <translation>匯出 OPML</translation>
    </message>
    <message>
        <source>Import OPML</source>
        <translation>匯入 OPML</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次回應</translation>
    </message>
    <message>
        <source>New today</source>
        <translation>今日新增</translation>
    </message>
    <message>
        <source>Good polls</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次檢查</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自行新增</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>沒有資料夾</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>訂閱來源</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>{0} on working days</source>
        <translation>工作日 {0}</translation>
    </message>
    <message>
        <source>else {0}</source>
        <translation>其餘時間 {0}</translation>
    </message>
    <message>
        <source>{0}, set by you</source>
        <translation>{0}（自訂）</translation>
    </message>
    <message>
        <source>now {0}</source>
        <translation>現為 {0}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Quiet since {0}</source>
        <translation>自 {0} 起沒有新內容</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已遷址</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}（{1} 次）</translation>
    </message>
    <message>
        <source>The last answer was of no use; the log shows what came.</source>
        <translation>上次回應無法使用；紀錄顯示收到的內容。</translation>
    </message>
    <message>
        <source>Nothing new since {0}; that is longer than this source is usually silent.</source>
        <translation>自 {0} 起沒有新內容，比此來源平常的間隔為長。</translation>
    </message>
    <message>
        <source>It answers, but from another address than the one watched.</source>
        <translation>有回應，但網址與所監察的不同。</translation>
    </message>
    <message>
        <source>There is no network here; it is asked again as soon as there is one.</source>
        <translation>目前沒有網絡；恢復後即再查詢。</translation>
    </message>
    <message>
        <source>It has not answered yet: it is asked in its turn.</source>
        <translation>尚未有回應：將依次查詢。</translation>
    </message>
    <message>
        <source>Paused: it is not asked, and nothing new of it is told.</source>
        <translation>已暫停：不作查詢，亦不通知新內容。</translation>
    </message>
    <message>
        <source>Off unless you watch it.</source>
        <translation>預設關閉，可自行開始監察。</translation>
    </message>
    <message>
        <source>It answers as it should.</source>
        <translation>回應正常。</translation>
    </message>
    <message>
        <source>It is being asked now.</source>
        <translation>正在查詢。</translation>
    </message>
    <message>
        <source>Next try {0}.</source>
        <translation>下次檢查：{0}。</translation>
    </message>
    <message>
        <source>at most 1 request in {0}</source>
        <translation>每 {0}最多 1 次請求</translation>
    </message>
    <message>
        <source>{0} of the last {1} answers were “not changed”, without a text</source>
        <translation>最近 {1} 次回應中有 {0} 次為「沒有更改」，不含內文</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>沒有更改</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>{0} 項新內容</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>沒有新內容</translation>
    </message>
    <message>
        <source>As for all sources</source>
        <translation>與所有來源相同</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>所有項目</translation>
    </message>
    <message>
        <source>High and above</source>
        <translation>重要及以上</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>只限緊急</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>1 watched</source>
        <translation>監察 1 個</translation>
    </message>
    <message>
        <source>{0} watched</source>
        <translation>監察 {0} 個</translation>
    </message>
    <message>
        <source>{0} OK</source>
        <translation>{0} 個正常</translation>
    </message>
    <message>
        <source>{0} failing</source>
        <translation>{0} 個失效</translation>
    </message>
    <message>
        <source>{0} offline</source>
        <translation>{0} 個離線</translation>
    </message>
    <message>
        <source>{0} not checked yet</source>
        <translation>{0} 個尚未檢查</translation>
    </message>
    <message>
        <source>{0} paused or off</source>
        <translation>{0} 個已暫停或關閉</translation>
    </message>
    <message>
        <source>{0} known, 0 added</source>
        <translation>已有 {0} 個，新增 0 個</translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation>新增 {0} 個</translation>
    </message>
    <message>
        <source>{0} added, {1} known</source>
        <translation>新增 {0} 個，已有 {1} 個</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Diagnosis copied</source>
        <translation>已複製診斷資料</translation>
    </message>
    <message>
        <source>Offline since {0}.</source>
        <translation>自 {0} 起離線。</translation>
    </message>
    <message>
        <source>No source is to blame; all are asked again when the network is back.</source>
        <translation>並非來源出錯；網絡恢復後會重新查詢所有來源。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即檢查</translation>
    </message>
    <message>
        <source>Paused {0}.</source>
        <translation>已暫停，{0}。</translation>
    </message>
    <message>
        <source>No source is asked.</source>
        <translation>不查詢任何來源。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>檢查全部</translation>
    </message>
    <message>
        <source>Import or export a list of feeds</source>
        <translation>匯入或匯出訂閱清單</translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation>匯入 OPML…</translation>
    </message>
    <message>
        <source>Export OPML…</source>
        <translation>匯出 OPML…</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>新增來源…</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有來源</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Manage sources…</source>
        <translation>管理來源…</translation>
    </message>
    <message>
        <source>Each source is paused, watched and set up in the sources window: interval, proxy, name of the reader, level, how long its items are kept.</source>
        <translation>各來源的暫停、監察及設定，均在來源視窗進行：檢查間隔、代理伺服器、讀取程式名稱、級別及項目保留時間。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Test the proxy</source>
        <translation>測試代理伺服器</translation>
    </message>
    <message>
        <source>Ask one publisher now, through this proxy</source>
        <translation>現在經此代理向一個發布者查詢</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查詢中…</translation>
    </message>
    <message>
        <source>The publisher answered after {0} ms.</source>
        <translation>發布者在 {0} 毫秒後回應。</translation>
    </message>
</context>
<context>
    <name>SourcesToolbar</name>
    <message>
        <source>Filter sources</source>
        <translation>篩選來源</translation>
    </message>
    <message>
        <source>Name, publisher, address or state (Ctrl+F)</source>
        <translation>名稱、發布者、網址或狀態（Ctrl+F）</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>View: order and groups</source>
        <translation>檢視：排序及分組</translation>
    </message>
    <message>
        <source>As in the catalogue</source>
        <translation>按目錄次序</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分組</translation>
    </message>
    <message>
        <source>By publisher</source>
        <translation>按發布者</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>按資料夾</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Failing first</source>
        <translation>失效者在前</translation>
    </message>
    <message>
        <source>Paused and off</source>
        <translation>已暫停及關閉</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status of the watch; opens the sources</source>
        <translation>監察狀態；按下開啟來源</translation>
    </message>
</context>
<context>
    <name>StoryController</name>
    <message>
        <source>This item stands alone</source>
        <translation>此項目獨立</translation>
    </message>
    <message>
        <source>It belongs to no story.</source>
        <translation>不屬於任何事件。</translation>
    </message>
    <message>
        <source>Split from its story</source>
        <translation>已從事件分拆</translation>
    </message>
    <message>
        <source>Now choose the other item</source>
        <translation>請選取另一項目</translation>
    </message>
    <message>
        <source>The same command there merges both into one story.</source>
        <translation>在該項目使用同一指令，即可將兩者合併為同一事件。</translation>
    </message>
    <message>
        <source>Merged into one story</source>
        <translation>已合併為同一事件</translation>
    </message>
</context>
<context>
    <name>StoryStrip</name>
    <message>
        <source>Also carried by</source>
        <translation>亦見於</translation>
    </message>
    <message>
        <source>Also carried by:</source>
        <translation>亦見於：</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另 {0} 個</translation>
    </message>
</context>
<context>
    <name>SystemOptions</name>
    <message>
        <source>This hkwatch keeps its data in a folder that is thrown away.</source>
        <translation>此 hkwatch 的資料存於會被棄置的臨時資料夾。</translation>
    </message>
    <message>
        <source>hkwatch will not start at login</source>
        <translation>hkwatch 不會在登入時啟動</translation>
    </message>
    <message>
        <source>hkwatch:// links stay as they are</source>
        <translation>hkwatch:// 連結維持不變</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Google offers these feeds for personal, non-commercial use only.</source>
        <translation>Google 提供的此等訂閱來源只供個人及非商業用途。</translation>
    </message>
    <message>
        <source>Articles are for subscribers: title, summary and link only.</source>
        <translation>文章只供訂戶閱讀：只保留標題、摘要及連結。</translation>
    </message>
    <message>
        <source>One reading asks 37 questions, a second apart.</source>
        <translation>每次讀取會發出 37 個查詢，每個相隔一秒。</translation>
    </message>
    <message>
        <source>The site’s terms limit use by programs: titles and links only.</source>
        <translation>網站條款限制程式使用：只保留標題及連結。</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>Terms of use</source>
        <translation>使用條款</translation>
    </message>
    <message>
        <source>{0} has terms of use</source>
        <translation>{0} 設有使用條款</translation>
    </message>
    <message>
        <source>It is asked only after you say that this suits your use.</source>
        <translation>您確認用途符合條款後，才會開始查詢。</translation>
    </message>
    <message>
        <source>Leave it off</source>
        <translation>保持關閉</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>開始監察</translation>
    </message>
</context>
<context>
    <name>ThenEdit</name>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>From</source>
        <translation>發布者</translation>
    </message>
    <message>
        <source>Then level</source>
        <translation>則級別</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Whose items</source>
        <translation>項目來自</translation>
    </message>
    <message>
        <source>Chosen publishers</source>
        <translation>所選發布者</translation>
    </message>
    <message>
        <source>Level: how it counts</source>
        <translation>級別的用法</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>級別</translation>
    </message>
    <message>
        <source>Labels, divided by commas</source>
        <translation>標籤，以逗號分隔</translation>
    </message>
    <message>
        <source>licence, etf or names of your own</source>
        <translation>licence、etf 或自訂名稱</translation>
    </message>
    <message>
        <source>Pin on the chart</source>
        <translation>釘在圖表上</translation>
    </message>
    <message>
        <source>Needs acknowledgement</source>
        <translation>須確認</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>到此為止</translation>
    </message>
    <message>
        <source>Rules after this one are not looked at for the same item</source>
        <translation>同一項目不再比對其後的規則</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Hide window</source>
        <translation>隱藏視窗</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>顯示視窗</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即檢查</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>至明日 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>直至手動恢復</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Acknowledge all critical…</source>
        <translation>確認所有緊急項目…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Quit hkwatch</source>
        <translation>結束 hkwatch</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>A price alert fired</source>
        <translation>價格提示已觸發</translation>
    </message>
    <message>
        <source>Unread: {0}</source>
        <translation>未讀：{0}</translation>
    </message>
    <message>
        <source>Unread, high and above: {0}</source>
        <translation>未讀，重要及以上：{0}</translation>
    </message>
    <message>
        <source>Unread ({levels}): {count}</source>
        <translation>未讀（{levels}）：{count}</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>沒有未讀項目</translation>
    </message>
    <message>
        <source>Sources failing: {0}</source>
        <translation>失效來源：{0}</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>未有價格</translation>
    </message>
</context>
<context>
    <name>VenueTable</name>
    <message>
        <source>Venue</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>時距</translation>
    </message>
    <message>
        <source>Against consensus</source>
        <translation>較共識價</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>the peg holds it between 7.75 and 7.85</source>
        <translation>聯繫匯率制度下介乎 7.75 至 7.85</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>交易平台</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>計入</translation>
    </message>
    <message>
        <source>Licensed in Hong Kong, shown only</source>
        <translation>香港持牌，僅供參考</translation>
    </message>
    <message>
        <source>Second opinions, shown only</source>
        <translation>其他報價，僅供參考</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>監察中</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>補回中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>唯讀</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>nothing checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>剛剛檢查</translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>{0}檢查</translation>
    </message>
    <message>
        <source>until you resume</source>
        <translation>直至手動恢復</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>至 {0}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>OK, checked {0}</source>
        <translation>正常，{0}檢查</translation>
    </message>
    <message>
        <source>{0}: failing since {1}. {2}</source>
        <translation>{0}：自 {1} 起失效。{2}</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>OK, but quiet since {0}</source>
        <translation>正常，但自 {0} 起較平常安靜</translation>
    </message>
    <message>
        <source>OK, but moved</source>
        <translation>正常，但已遷址</translation>
    </message>
    <message>
        <source>Blocked since {0}</source>
        <translation>自 {0} 起被拒</translation>
    </message>
    <message>
        <source>Another format since {0}</source>
        <translation>自 {0} 起格式有變</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失效</translation>
    </message>
    <message>
        <source>Failing since {0}</source>
        <translation>自 {0} 起失效</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>last answer {0}</source>
        <translation>上次回應 {0}</translation>
    </message>
    <message>
        <source>trying again in {0}</source>
        <translation>{0}後重試</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>{0} of {1} sources asked</source>
        <translation>已查詢 {1} 個來源中的 {0} 個</translation>
    </message>
    <message>
        <source>reading texts {0}/{1}</source>
        <translation>讀取內文 {0}/{1}</translation>
    </message>
    <message>
        <source>notifications appear in this window only</source>
        <translation>通知只在此視窗顯示</translation>
    </message>
    <message>
        <source>clock {0} ahead</source>
        <translation>時鐘快 {0}</translation>
    </message>
    <message>
        <source>clock {0} behind</source>
        <translation>時鐘慢 {0}</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>勿擾至 {time}</translation>
    </message>
    <message>
        <source>Quiet: the screen is locked</source>
        <translation>靜音：螢幕已鎖定</translation>
    </message>
    <message>
        <source>Quiet: a window is full screen</source>
        <translation>勿擾：有全螢幕視窗</translation>
    </message>
    <message>
        <source>Quiet: the desktop is not to be disturbed</source>
        <translation>勿擾：桌面已設為請勿打擾</translation>
    </message>
    <message>
        <source>On battery, metered connection: checking less often</source>
        <translation>使用電池及計量付費連線：已減少檢查</translation>
    </message>
    <message>
        <source>On battery: checking less often</source>
        <translation>使用電池：已減少檢查</translation>
    </message>
    <message>
        <source>Metered connection: checking less often</source>
        <translation>計量付費連線：已減少檢查</translation>
    </message>
    <message>
        <source>Pauses are {0} times as long as usual, at most {1} times for official sources in their busy hours and {2} times for prices. “Check now” still checks at once; Settings switch this off.</source>
        <translation>檢查間隔為平常的 {0} 倍；官方來源在繁忙時段最多 {1} 倍，價格最多 {2} 倍。「立即檢查」仍會即時檢查；可在設定中關閉此功能。</translation>
    </message>
    <message>
        <source>1 change waits for the engine</source>
        <translation>1 項更改等待引擎</translation>
    </message>
    <message>
        <source>%n changes wait for the engine</source>
        <translation>%n 項更改等待引擎</translation>
    </message>
    <message>
        <source>1 notification may not have been shown</source>
        <translation>1 個通知可能未有顯示</translation>
    </message>
    <message>
        <source>%n notifications may not have been shown</source>
        <translation>%n 個通知可能未有顯示</translation>
    </message>
    <message>
        <source>next: {0} {1}</source>
        <translation>下次：{0} {1}</translation>
    </message>
    <message>
        <source>{0} of 1 source OK</source>
        <translation>1 個來源中 {0} 個正常</translation>
    </message>
    <message>
        <source>{0} of {1} sources OK</source>
        <translation>{1} 個來源中 {0} 個正常</translation>
    </message>
    <message>
        <source>{0}, {1} failing</source>
        <translation>{0}，{1} 個失效</translation>
    </message>
    <message>
        <source>{0}, {1} failing since {2}</source>
        <translation>{0}，{1} 個自 {2} 起失效</translation>
    </message>
    <message>
        <source>starts again in {0}</source>
        <translation>{0}後重新啟動</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>The watch cannot start.</source>
        <translation>無法開始監察。</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件匣</translation>
    </message>
    <message>
        <source>To acknowledge</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已標示</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>離開期間</translation>
    </message>
    <message>
        <source>A watcher is running in a terminal (pid {0}).</source>
        <translation>監察程式正在終端機執行（pid {0}）。</translation>
    </message>
    <message>
        <source>This window only reads.</source>
        <translation>此視窗為唯讀。</translation>
    </message>
    <message>
        <source>Stop it and take over</source>
        <translation>停止並接管</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Applying rules {0} %</source>
        <translation>正在套用規則 {0} %</translation>
    </message>
    <message>
        <source>Offline since {0}.</source>
        <translation>自 {0} 起離線。</translation>
    </message>
    <message>
        <source>Last answer {0}.</source>
        <translation>上次回應 {0}。</translation>
    </message>
    <message>
        <source>Price alerts cannot be evaluated.</source>
        <translation>價格提示無法判斷。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即檢查</translation>
    </message>
    <message>
        <source>Paused {0}.</source>
        <translation>已暫停，{0}。</translation>
    </message>
    <message>
        <source>Nothing is asked or told.</source>
        <translation>不作查詢，亦不通知。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Retrying {0}.</source>
        <translation>{0} 重試。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>開啟網頁</translation>
    </message>
    <message>
        <source>{0}: items between {1} and {2} may be missing.</source>
        <translation>{0}：{1} 至 {2} 的項目可能有遺漏。</translation>
    </message>
    <message>
        <source>Its publisher keeps no archive to fill it from.</source>
        <translation>發布者沒有存檔可供補回。</translation>
    </message>
    <message>
        <source>Back-fill</source>
        <translation>補回</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {0} ahead of the servers.</source>
        <translation>這部電腦的時鐘比伺服器快 {0}。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {0} behind the servers.</source>
        <translation>這部電腦的時鐘比伺服器慢 {0}。</translation>
    </message>
    <message>
        <source>Ages and “first seen” times are off by as much; set the clock.</source>
        <translation>時距和首次發現時間有同樣偏差；請校正時鐘。</translation>
    </message>
</context>
<context>
    <name>Watchlist</name>
    <message>
        <source>Firm or CE number</source>
        <translation>公司或中央編號</translation>
    </message>
    <message>
        <source>Firm to watch</source>
        <translation>要關注的公司</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>關注</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Watched firms</source>
        <translation>關注公司</translation>
    </message>
    <message>
        <source>None yet. Without one, items are critical for other reasons only.</source>
        <translation>尚無公司。若沒有，項目只會因其他原因列為緊急。</translation>
    </message>
    <message>
        <source>{0} is watched already.</source>
        <translation>{0} 已在關注名單上。</translation>
    </message>
    <message>
        <source>{0} is not in the dictionary: only this very name is found.</source>
        <translation>詞典沒有 {0}：只會尋找完全相同的名稱。</translation>
    </message>
</context>
<context>
    <name>Web</name>
    <message>
        <source>As http://host:port or socks5://host:port.</source>
        <translation>格式為 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>Only http, https and socks5 are possible.</source>
        <translation>只可用 http、https 和 socks5。</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
</context>
<context>
    <name>WhyStrip</name>
    <message>
        <source>Enter opens the rule</source>
        <translation>按 Enter 開啟規則</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>編輯規則…</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>另 {count} 個</translation>
    </message>
    <message>
        <source>Why flagged</source>
        <translation>標示原因</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>為何屬此級別</translation>
    </message>
    <message>
        <source>Not flagged, but found</source>
        <translation>未標記，但發現</translation>
    </message>
</context>
<context>
    <name>WorkWindow</name>
    <message>
        <source>Moving the data…</source>
        <translation>正在遷移資料…</translation>
    </message>
    <message>
        <source>Going back to the old folder…</source>
        <translation>正在返回舊資料夾…</translation>
    </message>
    <message>
        <source>Restoring the copy…</source>
        <translation>正在還原備份…</translation>
    </message>
    <message>
        <source>Making the last backup and erasing…</source>
        <translation>正在製作最後備份並清除…</translation>
    </message>
    <message>
        <source>hkwatch starts again by itself when this is done.</source>
        <translation>完成後 hkwatch 會自動重新啟動。</translation>
    </message>
    <message>
        <source>Start hkwatch</source>
        <translation>啟動 hkwatch</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作失敗</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>一切維持原狀。</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Time, HKT</source>
        <translation>香港時間</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>升跌</translation>
    </message>
</context>
</TS>
