<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About hkwatch</source>
        <translation>关于 hkwatch</translation>
    </message>
    <message>
        <source>Watches what happens to digital assets in Hong Kong.</source>
        <translation>监测香港数字资产的动态。</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程序组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Independent; not affiliated with any regulator, exchange or publisher.</source>
        <translation>独立制作，与任何监管机构、交易所或发布者无关。</translation>
    </message>
    <message>
        <source>Not legal advice, and no advice to buy or sell.</source>
        <translation>不构成法律意见，也非买卖建议。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It sends nothing about you to anyone.</source>
        <translation>自由软件，采用 MIT 许可证。不会向任何人发送关于您的信息。</translation>
    </message>
    <message>
        <source>Texts and prices belong to those who publish them. Each item links to its original.</source>
        <translation>正文及价格归其发布者所有。每个条目均链接至原文。</translation>
    </message>
    <message>
        <source>News and registers</source>
        <translation>资讯及登记册</translation>
    </message>
    <message>
        <source>Prices and rates</source>
        <translation>价格及汇率</translation>
    </message>
    <message>
        <source>The licence&apos;s text is not part of this installation.</source>
        <translation>此安装版本不包含该许可证全文。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AcknowledgeAll</name>
    <message>
        <source>No critical item waits to be acknowledged</source>
        <translation>没有待确认的紧急条目</translation>
    </message>
    <message>
        <source>%n critical items acknowledged</source>
        <translation>已确认 %n 个紧急条目</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>无法读取数据库</translation>
    </message>
</context>
<context>
    <name>AcknowledgeDialog</name>
    <message>
        <source>Acknowledge all critical</source>
        <translation>确认所有紧急条目</translation>
    </message>
    <message>
        <source>Acknowledge %n critical items?</source>
        <translation>确认 %n 个紧急条目？</translation>
    </message>
    <message>
        <source>Critical items</source>
        <translation>紧急条目</translation>
    </message>
    <message>
        <source>They are marked as read, and nothing about them pops up any more.</source>
        <translation>这些条目会标为已读，不再弹出相关通知。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>条目(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>来源(&amp;S)</translation>
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
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Saved s&amp;earches</source>
        <translation>已保存的搜索(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>界面语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Price &amp;colours</source>
        <translation>涨跌颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Notify of items</source>
        <translation>条目通知(&amp;N)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Quiet</source>
        <translation>免打扰(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy and cite</source>
        <translation>复制及引用(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Text and language</source>
        <translation>正文及语言(&amp;T)</translation>
    </message>
    <message>
        <source>Stor&amp;y</source>
        <translation>事件(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>修订版本(&amp;R)</translation>
    </message>
    <message>
        <source>M&amp;ute</source>
        <translation>静音(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print the item…</source>
        <translation>打印条目(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the item as P&amp;DF…</source>
        <translation>将条目保存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>隐藏窗口(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quit hkwatch</source>
        <translation>退出 hkwatch(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>保存此搜索(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Edit saved search…</source>
        <translation>编辑已保存的搜索(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Notify of new items</source>
        <translation>有新条目时通知(&amp;N)</translation>
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
        <translation>移除已保存的搜索(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Price panel</source>
        <translation>价格面板(&amp;P)</translation>
    </message>
    <message>
        <source>Price strip on t&amp;op</source>
        <translation>置顶价格条(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rail</source>
        <translation>侧栏(&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;wo lines a row</source>
        <translation>每条分两行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Focus mode</source>
        <translation>专注模式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>收件箱(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;To acknowledge</source>
        <translation>待确认(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Flagged</source>
        <translation>已标记(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Starred</source>
        <translation>已加星(&amp;S)</translation>
    </message>
    <message>
        <source>Ar&amp;chive</source>
        <translation>归档(&amp;C)</translation>
    </message>
    <message>
        <source>Price &amp;alerts</source>
        <translation>价格提示(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>标准大小(&amp;N)</translation>
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
        <translation>离开期间(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the licences</source>
        <translation>转到牌照</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Check a name…</source>
        <translation>核对名称(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>下一区域(&amp;N)</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区域</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Green up</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red up</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>撤销(&amp;D)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>确认(&amp;A)</translation>
    </message>
    <message>
        <source>Acknowledge w&amp;ith a note…</source>
        <translation>确认并加备注(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge all critical…</source>
        <translation>确认所有紧急条目(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>加星(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Mark as read or unread</source>
        <translation>标为已读或未读(&amp;M)</translation>
    </message>
    <message>
        <source>Archi&amp;ve, or take out again</source>
        <translation>归档或取消归档(&amp;V)</translation>
    </message>
    <message>
        <source>Mark the whole &amp;list read</source>
        <translation>将整个列表标为已读(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;hoose all</source>
        <translation>全选(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>在浏览器中打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Evidence…</source>
        <translation>存证(&amp;E)…</translation>
    </message>
    <message>
        <source>Open in its own &amp;window</source>
        <translation>在独立窗口中打开(&amp;W)</translation>
    </message>
    <message>
        <source>Find the place before</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>复制链接(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as ro&amp;ws for a spreadsheet</source>
        <translation>复制为电子表格行(&amp;W)</translation>
    </message>
    <message>
        <source>Copy &amp;hkwatch link</source>
        <translation>复制 hkwatch 链接(&amp;H)</translation>
    </message>
    <message>
        <source>Copy c&amp;itations</source>
        <translation>复制引用(&amp;I)</translation>
    </message>
    <message>
        <source>Cite with the te&amp;xt</source>
        <translation>连同正文引用(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Find in the text</source>
        <translation>在正文中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Previous language</source>
        <translation>上一语言</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>下一语言</translation>
    </message>
    <message>
        <source>S&amp;plit from its story</source>
        <translation>从事件中拆分(&amp;P)</translation>
    </message>
    <message>
        <source>Mer&amp;ge with another item…</source>
        <translation>与另一条目合并(&amp;G)…</translation>
    </message>
    <message>
        <source>Show or hide the &amp;redline</source>
        <translation>显示或隐藏修订对照(&amp;R)</translation>
    </message>
    <message>
        <source>Redline of the &amp;newer revision</source>
        <translation>较新版本的修订对照(&amp;N)</translation>
    </message>
    <message>
        <source>Redline of the &amp;older revision</source>
        <translation>较旧版本的修订对照(&amp;O)</translation>
    </message>
    <message>
        <source>This &amp;story for a day</source>
        <translation>此事件静音 1 天(&amp;S)</translation>
    </message>
    <message>
        <source>This story for a &amp;week</source>
        <translation>此事件静音 1 周(&amp;W)</translation>
    </message>
    <message>
        <source>This story for &amp;ever</source>
        <translation>此事件永久静音(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Headlines like this for a day</source>
        <translation>同类标题静音 1 天(&amp;H)</translation>
    </message>
    <message>
        <source>Headlines like this for a wee&amp;k</source>
        <translation>同类标题静音 1 周(&amp;K)</translation>
    </message>
    <message>
        <source>Headlines like this &amp;for ever</source>
        <translation>同类标题永久静音(&amp;F)</translation>
    </message>
    <message>
        <source>This &amp;firm for a week</source>
        <translation>此公司静音 1 周(&amp;F)</translation>
    </message>
    <message>
        <source>This f&amp;irm for ever</source>
        <translation>此公司永久静音(&amp;I)</translation>
    </message>
    <message>
        <source>All that this &amp;rule flags for a week</source>
        <translation>此规则标记的条目静音 1 周(&amp;R)</translation>
    </message>
    <message>
        <source>All that this r&amp;ule flags for ever</source>
        <translation>此规则标记的条目永久静音(&amp;U)</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>上一条</translation>
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
        <translation>向下滚动，到底转到下一条未读</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>向上滚动</translation>
    </message>
    <message>
        <source>Check &amp;this source</source>
        <translation>检查此来源(&amp;T)</translation>
    </message>
    <message>
        <source>Check &amp;all sources</source>
        <translation>检查所有来源(&amp;A)</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>至明天 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>直至手动恢复</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Manage sources…</source>
        <translation>管理来源(&amp;M)…</translation>
    </message>
    <message>
        <source>Go to the sources</source>
        <translation>转到来源</translation>
    </message>
    <message>
        <source>Add s&amp;ource…</source>
        <translation>添加来源(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import OPML…</source>
        <translation>导入 OPML(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export OPML…</source>
        <translation>导出 OPML(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New price alert…</source>
        <translation>新增价格提示(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Price alerts</source>
        <translation>价格提示(&amp;P)</translation>
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
        <translation>关闭</translation>
    </message>
    <message>
        <source>N&amp;otifications…</source>
        <translation>通知(&amp;O)…</translation>
    </message>
    <message>
        <source>Send a &amp;test notification</source>
        <translation>发送测试通知(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>规则(&amp;R)…</translation>
    </message>
    <message>
        <source>Go to the rules</source>
        <translation>转到规则</translation>
    </message>
    <message>
        <source>&amp;Muted…</source>
        <translation>已静音(&amp;M)…</translation>
    </message>
    <message>
        <source>Co&amp;verage…</source>
        <translation>监测覆盖(&amp;V)…</translation>
    </message>
    <message>
        <source>A&amp;udit report…</source>
        <translation>审计报告(&amp;U)…</translation>
    </message>
    <message>
        <source>C&amp;hannels…</source>
        <translation>通知渠道(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>使用指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Search language</source>
        <translation>搜索语法(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <translation>新版内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Check for a newer version…</source>
        <translation>检查新版本(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;About hkwatch</source>
        <translation>关于 hkwatch(&amp;A)</translation>
    </message>
    <message>
        <source>“{0}” for a week</source>
        <translation>“{0}”静音 1 周</translation>
    </message>
    <message>
        <source>“{0}” for ever</source>
        <translation>“{0}”永久静音</translation>
    </message>
    <message>
        <source>All by the rule “{0}” for a week</source>
        <translation>规则“{0}”的条目静音 1 周</translation>
    </message>
    <message>
        <source>All by the rule “{0}” for ever</source>
        <translation>规则“{0}”的条目永久静音</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>No feed was found there. Paste the address of a feed or of a site.</source>
        <translation>该处找不到订阅源。请粘贴订阅源或网站的网址。</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>正在读取列表…</translation>
    </message>
    <message>
        <source>Looking at 1 address…</source>
        <translation>正在查看 1 个网址…</translation>
    </message>
    <message>
        <source>Looking at {0} addresses…</source>
        <translation>正在查看 {0} 个网址…</translation>
    </message>
    <message>
        <source>{0} to add</source>
        <translation>将添加 {0} 个</translation>
    </message>
    <message>
        <source>{0} known</source>
        <translation>已有 {0} 个</translation>
    </message>
    <message>
        <source>{0} cannot be added</source>
        <translation>{0} 个无法添加</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1 个文件夹</translation>
    </message>
    <message>
        <source>{0} folders</source>
        <translation>{0} 个文件夹</translation>
    </message>
    <message>
        <source>Add 1 source</source>
        <translation>添加 1 个来源</translation>
    </message>
    <message>
        <source>Add {0} sources</source>
        <translation>添加 {0} 个来源</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add sources</source>
        <translation>添加来源</translation>
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
        <translation>粘贴订阅源或网站的网址，每行一个，或粘贴 OPML 文件的内容。</translation>
    </message>
    <message>
        <source>Addresses or OPML</source>
        <translation>网址或 OPML</translation>
    </message>
    <message>
        <source>Choose an OPML file…</source>
        <translation>选择 OPML 文件…</translation>
    </message>
    <message>
        <source>Or drop one anywhere in this window</source>
        <translation>或将文件拖放到此窗口任意位置</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>选中全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>取消选中全部</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
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
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Versions, folders, state of every source, as text</source>
        <translation>版本、文件夹及各来源状态，以文本列出</translation>
    </message>
    <message>
        <source>Save a diagnosis bundle…</source>
        <translation>保存诊断包…</translation>
    </message>
    <message>
        <source>The same with settings and logs as a zip file. Passwords, tokens and parts of addresses that may hold some are left out.</source>
        <translation>上述信息连同设置及日志的 zip 文件。密码、令牌，以及网址中可能含有密码或令牌的部分均已略去。</translation>
    </message>
    <message>
        <source>Chinese typefaces</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>{0}: none is installed; on Debian the package is fonts-noto-cjk.</source>
        <translation>{0}：未安装；Debian 的软件包为 fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Save a diagnosis bundle</source>
        <translation>保存诊断包</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
</context>
<context>
    <name>AlertDialog</name>
    <message>
        <source>New price alert</source>
        <translation>新增价格提示</translation>
    </message>
    <message>
        <source>Edit price alert</source>
        <translation>编辑价格提示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Preview, the last 90 days</source>
        <translation>预览：最近 90 天</translation>
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
        <translation>1 小时内 ±3 %</translation>
    </message>
    <message>
        <source>±5 % in 24 h</source>
        <translation>24 小时内 ±5 %</translation>
    </message>
    <message>
        <source>New all-time high</source>
        <translation>历史新高</translation>
    </message>
    <message>
        <source>Tell me now instead</source>
        <translation>改为立即通知</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Shows the notification as it will look</source>
        <translation>按实际样式显示通知</translation>
    </message>
    <message>
        <source>drag the line, or use ↑ ↓</source>
        <translation>拖动横线，或按 ↑ ↓</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save alert</source>
        <translation>保存提示</translation>
    </message>
    <message>
        <source>{asset} rises through {level}</source>
        <translation>{asset} 升破 {level}</translation>
    </message>
    <message>
        <source>{asset} falls through {level}</source>
        <translation>{asset} 跌破 {level}</translation>
    </message>
    <message>
        <source>{asset} crosses {level}, upwards or downwards</source>
        <translation>{asset} 升破或跌破 {level}</translation>
    </message>
    <message>
        <source>{asset} stands at or above {level}</source>
        <translation>{asset} 处于 {level} 或以上</translation>
    </message>
    <message>
        <source>{asset} stands at or below {level}</source>
        <translation>{asset} 处于 {level} 或以下</translation>
    </message>
    <message>
        <source>{asset} passes another {percent} of its price now, up or down</source>
        <translation>{asset} 每再涨或跌现价的 {percent}</translation>
    </message>
    <message>
        <source>{asset} passes a multiple of {level}</source>
        <translation>{asset} 穿越 {level} 的倍数</translation>
    </message>
    <message>
        <source>{asset} comes between {level} and {upper}</source>
        <translation>{asset} 进入 {level} 至 {upper} 的区间</translation>
    </message>
    <message>
        <source>{asset} leaves the range from {level} to {upper}</source>
        <translation>{asset} 离开 {level} 至 {upper} 的区间</translation>
    </message>
    <message>
        <source>{asset} moves {share} within {window}, from its lowest or highest price in that time</source>
        <translation>{asset} 在 {window}内，较期间最低或最高价变动 {share}</translation>
    </message>
    <message>
        <source>{asset} moves {share} from the price now, and then from each firing</source>
        <translation>{asset} 较现价变动 {share}，其后以每次触发价为准</translation>
    </message>
    <message>
        <source>{asset} is higher than at any time since {day}, as far back as prices are stored</source>
        <translation>{asset} 创 {day}以来新高（以已存价格为限）</translation>
    </message>
    <message>
        <source>{asset} is lower than at any time since {day}, as far back as prices are stored</source>
        <translation>{asset} 创 {day}以来新低（以已存价格为限）</translation>
    </message>
    <message>
        <source>{asset} is higher than at any time in {window}</source>
        <translation>{asset} 创 {window}新高</translation>
    </message>
    <message>
        <source>{asset} is higher than ever, so far {level}</source>
        <translation>{asset} 创历史新高（现为 {level}）</translation>
    </message>
    <message>
        <source>{asset} is lower than at any time in {window}</source>
        <translation>{asset} 创 {window}新低</translation>
    </message>
    <message>
        <source>{asset} is lower than ever</source>
        <translation>{asset} 创历史新低</translation>
    </message>
    <message>
        <source>{asset} has had no price that can be trusted for {window}</source>
        <translation>{asset} 已有 {window}没有可靠价格</translation>
    </message>
    <message>
        <source>{asset} at Hong Kong&apos;s licensed venues stands {share} from US$ for {window}</source>
        <translation>{asset} 在香港持牌平台的价格较美元价相差 {share}，持续 {window}</translation>
    </message>
    <message>
        <source>something new comes in</source>
        <translation>有新条目</translation>
    </message>
    <message>
        <source>The item must match “{query}”.</source>
        <translation>条目须匹配“{query}”。</translation>
    </message>
    <message>
        <source>The item must be {level} or higher and match “{query}”.</source>
        <translation>条目须为{level}或以上，并匹配“{query}”。</translation>
    </message>
    <message>
        <source>The item must be {level} or higher.</source>
        <translation>条目须为{level}或以上。</translation>
    </message>
    <message>
        <source>Only with an item within {window} of it: {level} or higher{query}.</source>
        <translation>前后 {window}内须有条目：{level}或以上{query}。</translation>
    </message>
    <message>
        <source>Only from {start} to {end} HKT; what still holds at {start} is told then.</source>
        <translation>仅限香港时间 {start} 至 {end}；到 {start} 时仍成立者，届时通知。</translation>
    </message>
    <message>
        <source>It must hold for {count} readings in a row.</source>
        <translation>须连续 {count} 次读数成立。</translation>
    </message>
    <message>
        <source>Each firing is put in the inbox.</source>
        <translation>每次触发均放入收件箱。</translation>
    </message>
    <message>
        <source>Without a sound.</source>
        <translation>无声。</translation>
    </message>
    <message>
        <source>Its sound is “{name}”.</source>
        <translation>通知声为“{name}”。</translation>
    </message>
    <message>
        <source>Items are not replayed: no preview for this alert.</source>
        <translation>条目不重放：此提示没有预览。</translation>
    </message>
    <message>
        <source>Stored prices say nothing about this alert.</source>
        <translation>已存价格无法用于预览此提示。</translation>
    </message>
    <message>
        <source>No stored prices yet: the preview begins with the first hours watched.</source>
        <translation>尚无已存价格：监测数小时后便有预览。</translation>
    </message>
    <message>
        <source>Would not have fired in {span}</source>
        <translation>过去 {span}不会触发</translation>
    </message>
    <message>
        <source>Would have fired once in {span}</source>
        <translation>过去 {span}会触发 1 次</translation>
    </message>
    <message>
        <source>Would have fired {count} times in {span}</source>
        <translation>过去 {span}会触发 {count} 次</translation>
    </message>
    <message>
        <source>median {span} apart</source>
        <translation>间隔中位数 {span}</translation>
    </message>
    <message>
        <source>without the band {count}</source>
        <translation>不设缓冲则 {count} 次</translation>
    </message>
    <message>
        <source>Prices are known since {day} only; what was before does not count.</source>
        <translation>价格只从{day}起有记录；之前的不计算在内。</translation>
    </message>
    <message>
        <source>All of it fetched history: hollow marks.</source>
        <translation>全部为下载的历史数据：以空心标记表示。</translation>
    </message>
    <message>
        <source>All of it own readings.</source>
        <translation>全部为自行读取的数据。</translation>
    </message>
    <message>
        <source>Own readings since {time}; before that fetched history, hollow marks.</source>
        <translation>自 {time} 起为自行读取的数据；此前为下载的历史数据，以空心标记表示。</translation>
    </message>
    <message>
        <source>Tell me once, when {event}.</source>
        <translation>{event}，即通知一次。</translation>
    </message>
    <message>
        <source>Tell me each time {event}, at most every {minutes} min.</source>
        <translation>{event}，每次均通知，最多每 {minutes} 分钟一次。</translation>
    </message>
    <message>
        <source>Tell me each time {event}, at most every {minutes} min; ready again once it is back below {rearm}.</source>
        <translation>{event}，每次均通知，最多每 {minutes} 分钟一次；回落至 {rearm} 以下后重启。</translation>
    </message>
    <message>
        <source>Tell me each time {event}, at most every {minutes} min; ready again once it is back above {rearm}.</source>
        <translation>{event}，每次均通知，最多每 {minutes} 分钟一次；回升至 {rearm} 以上后重启。</translation>
    </message>
    <message>
        <source>Until {time} HKT.</source>
        <translation>有效至香港时间 {time}。</translation>
    </message>
    <message>
        <source>Enter a level.</source>
        <translation>请输入价位。</translation>
    </message>
    <message>
        <source>The level is not a number. Write it like 95,000 or 95k.</source>
        <translation>价位不是数字。请输入如 95,000 或 95k。</translation>
    </message>
    <message>
        <source>The level must be above zero.</source>
        <translation>价位必须大于零。</translation>
    </message>
    <message>
        <source>The band is not a number. Write it like 0.25.</source>
        <translation>缓冲幅度不是数字。请输入如 0.25。</translation>
    </message>
    <message>
        <source>The band must be from 0 to below 50 %.</source>
        <translation>缓冲幅度须不小于 0 且小于 50 %。</translation>
    </message>
    <message>
        <source>The pause must be a whole number of minutes.</source>
        <translation>间隔时间须为整数分钟。</translation>
    </message>
    <message>
        <source>The pause must be from 0 to 10,080 minutes (7 days).</source>
        <translation>间隔时间须为 0 至 10,080 分钟（7 天）。</translation>
    </message>
    <message>
        <source>The alert has expired. Choose a new end.</source>
        <translation>提示已到期。请另选到期时间。</translation>
    </message>
    <message>
        <source>The upper end must lie above the lower one, with room for the band between.</source>
        <translation>上限须高于下限，并容得下缓冲幅度。</translation>
    </message>
    <message>
        <source>The per cent must be a number above zero, like 3 or 0.5.</source>
        <translation>百分比须为大于零的数字，例如 3 或 0.5。</translation>
    </message>
    <message>
        <source>The time must be a whole number, at most 31 days; for highs at least an hour.</source>
        <translation>时间须为整数，最长 31 天；新高、新低最短 1 小时。</translation>
    </message>
    <message>
        <source>Readings in a row must be from 1 to 20.</source>
        <translation>连续读数须为 1 至 20 次。</translation>
    </message>
    <message>
        <source>The item&apos;s time must be from 1 to 10,080 minutes (7 days).</source>
        <translation>与条目相隔的时间须为 1 至 10,080 分钟（7 天）。</translation>
    </message>
    <message>
        <source>The search cannot be read. Try it in the search box first.</source>
        <translation>无法解析搜索条件。请先在搜索栏试用。</translation>
    </message>
    <message>
        <source>Write a day of the past like 2026-01-31.</source>
        <translation>请输入过去的日期如 2026-01-31。</translation>
    </message>
    <message>
        <source>Write the hours like 08:00–23:00.</source>
        <translation>请输入时段如 08:00–23:00。</translation>
    </message>
    <message>
        <source>Already above {level}. Fires on the next crossing.</source>
        <translation>现价已高于 {level}，下次穿越时触发。</translation>
    </message>
    <message>
        <source>Already below {level}. Fires on the next crossing.</source>
        <translation>现价已低于 {level}，下次穿越时触发。</translation>
    </message>
    <message>
        <source>{percent} above {price}</source>
        <translation>较 {price} 高 {percent}</translation>
    </message>
    <message>
        <source>{percent} below {price}</source>
        <translation>较 {price} 低 {percent}</translation>
    </message>
    <message>
        <source>ready again below {level}</source>
        <translation>低于 {level} 重启</translation>
    </message>
    <message>
        <source>ready again above {level}</source>
        <translation>高于 {level} 重启</translation>
    </message>
</context>
<context>
    <name>AlertFields</name>
    <message>
        <source>up or down</source>
        <translation>涨或跌</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上涨</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下跌</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>all time</source>
        <translation>历来</translation>
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
        <translation>按级别</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无声</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>短音</translation>
    </message>
    <message>
        <source>chime</source>
        <translation>钟声</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>警报声</translation>
    </message>
    <message>
        <source>Sound: {name}</source>
        <translation>通知声：{name}</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>永不到期</translation>
    </message>
    <message>
        <source>expires after 1 day</source>
        <translation>1 天后到期</translation>
    </message>
    <message>
        <source>expires after 1 week</source>
        <translation>1 周后到期</translation>
    </message>
    <message>
        <source>expires after 1 month</source>
        <translation>1 个月后到期</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>价位</translation>
    </message>
    <message>
        <source>Upper end of the range</source>
        <translation>区间上限</translation>
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
        <translation>时间长度</translation>
    </message>
    <message>
        <source>The day from which it counts</source>
        <translation>起算日期</translation>
    </message>
    <message>
        <source>Sound of the notification</source>
        <translation>通知声</translation>
    </message>
    <message>
        <source>Put each firing in the inbox</source>
        <translation>每次触发均放入收件箱</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Level of the item</source>
        <translation>条目级别</translation>
    </message>
    <message>
        <source>Minutes between item and price</source>
        <translation>条目与价格相隔分钟数</translation>
    </message>
    <message>
        <source>Search the item must match</source>
        <translation>条目须匹配的搜索条件</translation>
    </message>
    <message>
        <source>Hours of the day in Hong Kong</source>
        <translation>香港时间的时段</translation>
    </message>
    <message>
        <source>Readings in a row</source>
        <translation>连续读数次数</translation>
    </message>
    <message>
        <source>Re-arm band in percent</source>
        <translation>重启缓冲幅度（百分比）</translation>
    </message>
    <message>
        <source>Least minutes between two notifications</source>
        <translation>两次通知最少间隔分钟数</translation>
    </message>
    <message>
        <source>Level of the notification</source>
        <translation>通知级别</translation>
    </message>
    <message>
        <source>End of the alert</source>
        <translation>提示到期时间</translation>
    </message>
    <message>
        <source>Note to yourself</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>reading is enough</source>
        <translation>次读数即可</translation>
    </message>
    <message>
        <source>readings in a row</source>
        <translation>次连续读数</translation>
    </message>
    <message>
        <source>for at least</source>
        <translation>持续至少</translation>
    </message>
    <message>
        <source>of the last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>within</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>And</source>
        <translation>并且</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>仅限</translation>
    </message>
    <message>
        <source>Re-arm</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>put in inbox</source>
        <translation>放入收件箱</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>only with an item</source>
        <translation>须同时有条目</translation>
    </message>
    <message>
        <source>search it must match: src:sfc licence</source>
        <translation>须匹配的搜索条件，例如 src:sfc 牌照</translation>
    </message>
    <message>
        <source>between</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>% band</source>
        <translation>% 缓冲</translation>
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
        <translation>分钟一次</translation>
    </message>
    <message>
        <source>rises above</source>
        <translation>升破</translation>
    </message>
    <message>
        <source>falls below</source>
        <translation>跌破</translation>
    </message>
    <message>
        <source>crosses</source>
        <translation>穿越</translation>
    </message>
    <message>
        <source>is above (reminds)</source>
        <translation>高于（重复提醒）</translation>
    </message>
    <message>
        <source>is below (reminds)</source>
        <translation>低于（重复提醒）</translation>
    </message>
    <message>
        <source>passes every</source>
        <translation>穿越每</translation>
    </message>
    <message>
        <source>enters the range</source>
        <translation>进入区间</translation>
    </message>
    <message>
        <source>leaves the range</source>
        <translation>离开区间</translation>
    </message>
    <message>
        <source>moves by</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>moves from here by</source>
        <translation>较现价变动</translation>
    </message>
    <message>
        <source>makes a new high</source>
        <translation>创新高</translation>
    </message>
    <message>
        <source>makes a new low</source>
        <translation>创新低</translation>
    </message>
    <message>
        <source>has no price for</source>
        <translation>没有价格达</translation>
    </message>
    <message>
        <source>HK$ premium to US$</source>
        <translation>港元对美元溢价</translation>
    </message>
    <message>
        <source>only an item</source>
        <translation>仅看条目</translation>
    </message>
</context>
<context>
    <name>AlertList</name>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Arm again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>End snooze</source>
        <translation>取消延后</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 小时后再提醒</translation>
    </message>
    <message>
        <source>What fired…</source>
        <translation>触发记录…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>价格提示</translation>
    </message>
</context>
<context>
    <name>AlertLog</name>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>What fired</source>
        <translation>触发记录</translation>
    </message>
    <message>
        <source>What fired: {alert}</source>
        <translation>触发记录：{alert}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Acknowledge all of these</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Time (HKT)</source>
        <translation>香港时间</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Nothing has fired yet.</source>
        <translation>尚无提示触发。</translation>
    </message>
    <message>
        <source>found later</source>
        <translation>事后发现</translation>
    </message>
    <message>
        <source>recorded, not told</source>
        <translation>已记录，未通知</translation>
    </message>
    <message>
        <source>measured from</source>
        <translation>起算价</translation>
    </message>
    <message>
        <source>reached between {start} and {end}</source>
        <translation>于 {start} 至 {end} 之间到价</translation>
    </message>
    <message>
        <source>at USD/HKD {rate}</source>
        <translation>USD/HKD {rate}</translation>
    </message>
    <message>
        <source>from fetched bars of several venues</source>
        <translation>取自多个平台的下载数据</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Above {level}</source>
        <translation>升破 {level}</translation>
    </message>
    <message>
        <source>Below {level}</source>
        <translation>跌破 {level}</translation>
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
        <translation>进入 {level}–{upper}</translation>
    </message>
    <message>
        <source>Out of {level}–{upper}</source>
        <translation>离开 {level}–{upper}</translation>
    </message>
    <message>
        <source>{share} in {window}</source>
        <translation>{window}内 {share}</translation>
    </message>
    <message>
        <source>{share} from the last mark</source>
        <translation>较上次标记 {share}</translation>
    </message>
    <message>
        <source>New high since {day}</source>
        <translation>{day}以来新高</translation>
    </message>
    <message>
        <source>New low since {day}</source>
        <translation>{day}以来新低</translation>
    </message>
    <message>
        <source>New {window} high</source>
        <translation>{window}新高</translation>
    </message>
    <message>
        <source>New all-time high</source>
        <translation>历史新高</translation>
    </message>
    <message>
        <source>New {window} low</source>
        <translation>{window}新低</translation>
    </message>
    <message>
        <source>New all-time low</source>
        <translation>历史新低</translation>
    </message>
    <message>
        <source>No price for {window}</source>
        <translation>{window}没有价格</translation>
    </message>
    <message>
        <source>HK$ premium {share}</source>
        <translation>港元溢价 {share}</translation>
    </message>
    <message>
        <source>Item: {name}</source>
        <translation>条目：{name}</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>{percent} away</source>
        <translation>相距 {percent}</translation>
    </message>
    <message>
        <source>reached, waiting for an item until {time}</source>
        <translation>已到价，待条目出现，至 {time}</translation>
    </message>
    <message>
        <source>reached, reading {seen} of {count}</source>
        <translation>已到价，第 {seen} 次读数，共 {count} 次</translation>
    </message>
    <message>
        <source>waits to re-arm</source>
        <translation>等待重启</translation>
    </message>
    <message>
        <source>re-arms {sign} {level}</source>
        <translation>{sign} {level} 重启</translation>
    </message>
    <message>
        <source>snoozed until {time}</source>
        <translation>延后至 {time}</translation>
    </message>
    <message>
        <source>expired {time}</source>
        <translation>{time} 到期</translation>
    </message>
    <message>
        <source>fired {time}</source>
        <translation>{time} 触发</translation>
    </message>
    <message>
        <source>already above</source>
        <translation>现价已高于</translation>
    </message>
    <message>
        <source>already below</source>
        <translation>现价已低于</translation>
    </message>
    <message>
        <source>warms up until {time}</source>
        <translation>累积数据至 {time}</translation>
    </message>
    <message>
        <source>beats {price}</source>
        <translation>须突破 {price}</translation>
    </message>
    <message>
        <source>from {price} at {time}</source>
        <translation>自 {time} 的 {price} 起计</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: one source</source>
        <translation>自{time}起无法评估：只有一个来源</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: sources differ</source>
        <translation>自 {time} 起无法判断：来源不一致</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: no HK$ rate</source>
        <translation>自 {time} 起无法判断：缺港元汇率</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: no HK venue</source>
        <translation>自{time}起无法评估：没有香港平台</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: unreadable search</source>
        <translation>自{time}起无法评估：搜索条件无法读取</translation>
    </message>
    <message>
        <source>cannot evaluate since {time}: no price</source>
        <translation>自 {time} 起无法判断：没有价格</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>{start} to {end} HKT</source>
        <translation>香港时间 {start} 至 {end}</translation>
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
        <translation>紧急 {0} 条</translation>
    </message>
    <message>
        <source>{0} high</source>
        <translation>重要 {0} 条</translation>
    </message>
    <message>
        <source>1 licence change</source>
        <translation>牌照变动 1 项</translation>
    </message>
    <message>
        <source>{0} licence changes</source>
        <translation>牌照变动 {0} 项</translation>
    </message>
    <message>
        <source>1 deadline extended</source>
        <translation>截止日期延后 1 个</translation>
    </message>
    <message>
        <source>{0} deadlines extended</source>
        <translation>截止日期延后 {0} 个</translation>
    </message>
    <message>
        <source>1 deadline brought forward</source>
        <translation>截止日期提前 1 个</translation>
    </message>
    <message>
        <source>{0} deadlines brought forward</source>
        <translation>截止日期提前 {0} 个</translation>
    </message>
    <message>
        <source>1 price alert</source>
        <translation>价格提示 1 个</translation>
    </message>
    <message>
        <source>{0} price alerts</source>
        <translation>价格提示 {0} 个</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>nothing happened that was to be told</source>
        <translation>没有需要通知的事项</translation>
    </message>
    <message>
        <source>not watched: nothing was asked in this time</source>
        <translation>没有监测：期间没有查询</translation>
    </message>
    <message>
        <source>1 check</source>
        <translation>检查 1 次</translation>
    </message>
    <message>
        <source>{0} checks</source>
        <translation>检查 {0} 次</translation>
    </message>
    <message>
        <source>{0} of {1} sources answered</source>
        <translation>{1} 个来源中 {0} 个有响应</translation>
    </message>
    <message>
        <source>not watched for {0}</source>
        <translation>{0}没有监测</translation>
    </message>
    <message>
        <source>extended {0} → {1}</source>
        <translation>延后 {0} → {1}</translation>
    </message>
    <message>
        <source>brought forward {0} → {1}</source>
        <translation>提前 {0} → {1}</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>已有总结</translation>
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
        <translation>还剩 1 个工作日</translation>
    </message>
    <message>
        <source>{0} working days left</source>
        <translation>还剩 {0} 个工作日</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>事后还原</translation>
    </message>
    <message>
        <source>logged without a notice</source>
        <translation>已记录，未通知</translation>
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
        <translation>1 次检查失败</translation>
    </message>
    <message>
        <source>{0} checks failed</source>
        <translation>{0} 次检查失败</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>先后 {0} 次</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>超时无响应</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <source>no way to the host</source>
        <translation>无法连接主机</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒</translation>
    </message>
    <message>
        <source>connection broke off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>代理服务器失效</translation>
    </message>
    <message>
        <source>page changed shape</source>
        <translation>网页格式有变</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>响应为空</translation>
    </message>
    <message>
        <source>no feed in the answer</source>
        <translation>响应中没有订阅源</translation>
    </message>
    <message>
        <source>a web page in place of the feed</source>
        <translation>收到网页而非订阅源</translation>
    </message>
    <message>
        <source>{0} had a gap {1}</source>
        <translation>{0}：{1} 有缺口</translation>
    </message>
    <message>
        <source>filled {0} from the archive</source>
        <translation>已于 {0} 从存档补回</translation>
    </message>
    <message>
        <source>filled from the archive</source>
        <translation>已从存档补回</translation>
    </message>
    <message>
        <source>not filled; dismissed</source>
        <translation>未补回；已关闭提醒</translation>
    </message>
    <message>
        <source>not filled: items of this time may be missing</source>
        <translation>未补回：此时段的条目可能有遗漏</translation>
    </message>
    <message>
        <source>Nothing was watched {0}</source>
        <translation>{0}：没有监测</translation>
    </message>
    <message>
        <source>asleep, offline or not running for {0}</source>
        <translation>休眠、离线或未运行达 {0}</translation>
    </message>
    <message>
        <source>Price alert</source>
        <translation>价格提示</translation>
    </message>
    <message>
        <source>Several new items</source>
        <translation>多条新内容</translation>
    </message>
    <message>
        <source>A source was not reachable</source>
        <translation>有来源无法连接</translation>
    </message>
    <message>
        <source>A deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>A deadline moved</source>
        <translation>截止日期有变</translation>
    </message>
    <message>
        <source>A notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>its notice may not have been shown</source>
        <translation>通知可能没有显示</translation>
    </message>
    <message>
        <source>Deadlines moved</source>
        <translation>截止日期有变</translation>
    </message>
    <message>
        <source>Deadlines near</source>
        <translation>临近截止日期</translation>
    </message>
    <message>
        <source>none moved, none near</source>
        <translation>没有变动，也无临近的</translation>
    </message>
    <message>
        <source>nothing needs you at once</source>
        <translation>没有需要立即处理的条目</translation>
    </message>
    <message>
        <source>nothing of this level</source>
        <translation>没有此级别的条目</translation>
    </message>
    <message>
        <source>Licence changes</source>
        <translation>牌照变动</translation>
    </message>
    <message>
        <source>lists as they were</source>
        <translation>名单没有变动</translation>
    </message>
    <message>
        <source>Alerts fired</source>
        <translation>已触发提示</translation>
    </message>
    <message>
        <source>no level reached</source>
        <translation>没有到价</translation>
    </message>
    <message>
        <source>and {0} more sources failed for a while</source>
        <translation>另有 {0} 个来源曾失效</translation>
    </message>
    <message>
        <source>Critical and high</source>
        <translation>紧急及重要</translation>
    </message>
    <message>
        <source>Registers and deadlines</source>
        <translation>登记册及截止日期</translation>
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
        <translation>可能没有显示</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>监测状况</translation>
    </message>
</context>
<context>
    <name>AwayManager</name>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>离开期间</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Away page cleared</source>
        <translation>已清除离开期间的内容</translation>
    </message>
</context>
<context>
    <name>AwayPage</name>
    <message>
        <source>While you were away</source>
        <translation>离开期间</translation>
    </message>
    <message>
        <source>Nothing of level high or above came in.</source>
        <translation>没有重要或以上级别的新条目。</translation>
    </message>
    <message>
        <source>Critical and high</source>
        <translation>紧急及重要</translation>
    </message>
    <message>
        <source>Registers and deadlines</source>
        <translation>登记册及截止日期</translation>
    </message>
    <message>
        <source>Normal and low</source>
        <translation>一般及次要</translation>
    </message>
    <message>
        <source>Show all in the inbox</source>
        <translation>在收件箱中显示全部</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>监测状况</translation>
    </message>
    <message>
        <source>Reconstructed: found afterwards in prices that were not watched live.</source>
        <translation>事后还原：在未实时监测的价格中发现。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>May not have been shown</source>
        <translation>可能没有显示</translation>
    </message>
    <message>
        <source>Nothing to catch up on</source>
        <translation>没有需要补看的内容</translation>
    </message>
    <message>
        <source>What happens while you are away from this window for two hours or more stands here.</source>
        <translation>离开此窗口两小时或以上，期间的事项会在此列出。</translation>
    </message>
    <message>
        <source>Cleared: {0}, {1}</source>
        <translation>已清除：{0}，{1}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Clear this page</source>
        <translation>清除此页</translation>
    </message>
</context>
<context>
    <name>BodyDialog</name>
    <message>
        <source>Last answer</source>
        <translation>上次响应</translation>
    </message>
    <message>
        <source>What {0} answered last</source>
        <translation>{0} 上次的响应</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>响应内容</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>came {0} HKT</source>
        <translation>{0} 收到（香港时间）</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 个字符</translation>
    </message>
</context>
<context>
    <name>CarryOver</name>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>The file says what holds already; nothing changes.</source>
        <translation>文件内容与当前设置相同，没有更改。</translation>
    </message>
    <message>
        <source>1 setting taken over.</source>
        <translation>已应用 1 项设置。</translation>
    </message>
    <message>
        <source>{0} settings taken over.</source>
        <translation>已应用 {0} 项设置。</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>Notifications were not started yet.</source>
        <translation>通知尚未启动。</translation>
    </message>
    <message>
        <source>Notifications are closed.</source>
        <translation>通知已关闭。</translation>
    </message>
    <message>
        <source>No notification daemon is running.</source>
        <translation>没有通知服务正在运行。</translation>
    </message>
    <message>
        <source>The notification daemon cannot be used ({0}).</source>
        <translation>无法使用通知服务（{0}）。</translation>
    </message>
    <message>
        <source>The notification daemon did not answer within {0} s.</source>
        <translation>通知服务 {0} 秒内没有响应。</translation>
    </message>
    <message>
        <source>The notification daemon stopped while it was asked.</source>
        <translation>通知服务在处理请求时停止。</translation>
    </message>
    <message>
        <source>The notification daemon stopped.</source>
        <translation>通知服务已停止。</translation>
    </message>
    <message>
        <source>The notification daemon refused the notice ({0}).</source>
        <translation>通知服务拒绝此通知（{0}）。</translation>
    </message>
    <message>
        <source>There is no D-Bus session bus.</source>
        <translation>没有 D-Bus 会话总线。</translation>
    </message>
    <message>
        <source>The D-Bus session bus does not answer ({0}).</source>
        <translation>D-Bus 会话总线没有响应（{0}）。</translation>
    </message>
    <message>
        <source>The connection to the D-Bus session bus is lost.</source>
        <translation>与 D-Bus 会话总线的连接已中断。</translation>
    </message>
    <message>
        <source>The session bus closed the connection ({0}).</source>
        <translation>会话总线关闭了连接（{0}）。</translation>
    </message>
    <message>
        <source>The terminal took no text for {0} s.</source>
        <translation>终端 {0} 秒内没有接收文字。</translation>
    </message>
    <message>
        <source>The output is closed ({0}).</source>
        <translation>输出已关闭（{0}）。</translation>
    </message>
    <message>
        <source>The output is closed.</source>
        <translation>输出已关闭。</translation>
    </message>
    <message>
        <source>The environment variable {0} is not set.</source>
        <translation>未设置环境变量 {0}。</translation>
    </message>
    <message>
        <source>Set it before hkwatch starts, or keep the secret in the keyring.</source>
        <translation>请在 hkwatch 启动前设置，或将密钥存入密钥环。</translation>
    </message>
    <message>
        <source>The keyring has no secret for this channel.</source>
        <translation>密钥环没有此渠道的密钥。</translation>
    </message>
    <message>
        <source>Edit the channel and enter it again.</source>
        <translation>请编辑渠道并重新输入。</translation>
    </message>
    <message>
        <source>This system has no keyring that keeps secrets safe.</source>
        <translation>此系统没有可安全保存密钥的密钥环。</translation>
    </message>
    <message>
        <source>Install one (GNOME Keyring, KWallet), or name an environment variable {0} that holds it.</source>
        <translation>请安装一个（GNOME Keyring、KWallet），或指定存有密钥的环境变量 {0}。</translation>
    </message>
    <message>
        <source>The keyring did not open within {0} s.</source>
        <translation>密钥环 {0} 秒内没有打开。</translation>
    </message>
    <message>
        <source>Unlock it; it is asked again.</source>
        <translation>请将其解锁；稍后会再查询。</translation>
    </message>
    <message>
        <source>The keyring refused ({0}).</source>
        <translation>密钥环拒绝访问（{0}）。</translation>
    </message>
    <message>
        <source>Unlock it, or name an environment variable {0} that holds the secret.</source>
        <translation>请将其解锁，或指定存有密钥的环境变量 {0}。</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>缺少密钥。</translation>
    </message>
    <message>
        <source>Enter it, or choose no secret.</source>
        <translation>请输入，或选择不用密钥。</translation>
    </message>
    <message>
        <source>The service did not answer within {0} s.</source>
        <translation>服务 {0} 秒内没有响应。</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>将会重试。</translation>
    </message>
    <message>
        <source>{0} failed ({1}).</source>
        <translation>{0} 失败（{1}）。</translation>
    </message>
    <message>
        <source>Check the apprise address.</source>
        <translation>请检查 apprise 网址。</translation>
    </message>
    <message>
        <source>{0} did not take the message. It answered HTTP {1}.</source>
        <translation>{0} 没有接收消息，响应为 HTTP {1}。</translation>
    </message>
    <message>
        <source>{0} did not take the message.</source>
        <translation>{0} 没有接收消息。</translation>
    </message>
    <message>
        <source>Check the apprise address and the service.</source>
        <translation>请检查 apprise 网址及该服务。</translation>
    </message>
    <message>
        <source>Check the network and the apprise address.</source>
        <translation>请检查网络及 apprise 网址。</translation>
    </message>
    <message>
        <source>apprise is not installed.</source>
        <translation>未安装 apprise。</translation>
    </message>
    <message>
        <source>Install it: {0}</source>
        <translation>安装方法：{0}</translation>
    </message>
    <message>
        <source>This address leads to this computer&apos;s own notifications.</source>
        <translation>此网址指向本电脑自身的通知。</translation>
    </message>
    <message>
        <source>Use the settings of notifications for them.</source>
        <translation>请改用通知的设置。</translation>
    </message>
    <message>
        <source>apprise does not know this kind of address.</source>
        <translation>apprise 不认识此类网址。</translation>
    </message>
    <message>
        <source>Check it against apprise&apos;s documentation.</source>
        <translation>请对照 apprise 的文档检查。</translation>
    </message>
    <message>
        <source>The address switches the check of certificates off.</source>
        <translation>此网址会关闭证书检查。</translation>
    </message>
    <message>
        <source>Remove verify=no from it.</source>
        <translation>请移除其中的 verify=no。</translation>
    </message>
    <message>
        <source>This apprise follows every redirect.</source>
        <translation>此版本的 apprise 会跟随所有重定向。</translation>
    </message>
    <message>
        <source>Renew it: {0}</source>
        <translation>更新方法：{0}</translation>
    </message>
    <message>
        <source>No secure connection to {0} ({1}).</source>
        <translation>无法与 {0} 建立安全连接（{1}）。</translation>
    </message>
    <message>
        <source>Something between may be breaking it: a proxy, a filter, or the host itself.</source>
        <translation>可能是代理服务器、过滤程序或主机本身使连接中断。</translation>
    </message>
    <message>
        <source>The name {0} was not found.</source>
        <translation>找不到主机 {0}。</translation>
    </message>
    <message>
        <source>Check the network connection and the address.</source>
        <translation>请检查网络连接及网址。</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>请检查网络连接。</translation>
    </message>
    <message>
        <source>The proxy {0} refuses the connection.</source>
        <translation>代理服务器 {0} 拒绝连接。</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and HTTP_PROXY.</source>
        <translation>请检查 HTTPS_PROXY 及 HTTP_PROXY。</translation>
    </message>
    <message>
        <source>{0} refuses the connection.</source>
        <translation>{0} 拒绝连接。</translation>
    </message>
    <message>
        <source>There is no way to {0} from this network.</source>
        <translation>此网络无法连接 {0}。</translation>
    </message>
    <message>
        <source>{0} broke off before its answer was complete ({1}).</source>
        <translation>{0} 在响应完整前中断（{1}）。</translation>
    </message>
    <message>
        <source>{0} did not answer completely within {1} s.</source>
        <translation>{0} 在 {1} 秒内没有完整响应。</translation>
    </message>
    <message>
        <source>The certificate of {0} has run out.</source>
        <translation>{0} 的证书已过期。</translation>
    </message>
    <message>
        <source>The certificate of {0} is not valid yet.</source>
        <translation>{0} 的证书尚未生效。</translation>
    </message>
    <message>
        <source>The certificate of {0} belongs to another host.</source>
        <translation>{0} 的证书属于另一主机。</translation>
    </message>
    <message>
        <source>The certificate of {0} cannot be traced to an issuer this computer trusts.</source>
        <translation>{0} 的证书无法追溯至本电脑信任的颁发机构。</translation>
    </message>
    <message>
        <source>The certificate of {0} is not accepted ({1}).</source>
        <translation>{0} 的证书不被接受（{1}）。</translation>
    </message>
    <message>
        <source>hkwatch never skips this check.</source>
        <translation>hkwatch 绝不略过此项检查。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date; if it is right, the host must renew it.</source>
        <translation>请检查本电脑的日期；如属正确，须由主机更新证书。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date.</source>
        <translation>请检查本电脑的日期。</translation>
    </message>
    <message>
        <source>Check the address; a public network may ask you to log in first.</source>
        <translation>请检查网址；公共网络可能须先登录。</translation>
    </message>
    <message>
        <source>The host may leave out a part of its chain; if your network inspects traffic, its certificate must be in the system&apos;s store.</source>
        <translation>主机可能漏交部分证书链；如您的网络会检查流量，其证书须存入系统的证书库。</translation>
    </message>
    <message>
        <source>{0} sends to another server ({1}), where the message was not taken.</source>
        <translation>{0} 转往另一服务器（{1}），消息没有随之送出。</translation>
    </message>
    <message>
        <source>If that is where it belongs, change the address.</source>
        <translation>如应送往该处，请更改网址。</translation>
    </message>
    <message>
        <source>{0} sends to another page, where the message would not arrive.</source>
        <translation>{0} 转往另一网页，消息无法送达。</translation>
    </message>
    <message>
        <source>{0} asked not to be asked for another {1} s.</source>
        <translation>{0} 要求在 {1} 秒内不再查询。</translation>
    </message>
    <message>
        <source>It is asked again after that.</source>
        <translation>其后会再查询。</translation>
    </message>
    <message>
        <source>{0} sends from a secure to an open address ({1}), which was not followed.</source>
        <translation>{0} 由安全网址转往未加密的网址（{1}），没有跟随。</translation>
    </message>
    <message>
        <source>{0} is no web address.</source>
        <translation>{0} 不是网址。</translation>
    </message>
    <message>
        <source>It must begin with https:// or http://.</source>
        <translation>网址须以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>The answer of {0} is larger than {1} bytes and was dropped.</source>
        <translation>{0} 的响应超过 {1} 字节，已舍弃。</translation>
    </message>
    <message>
        <source>{0} calls the request wrong (HTTP {1}).</source>
        <translation>{0} 指请求有误（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} wants a login (HTTP {1}).</source>
        <translation>{0} 要求登录（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} refuses this program (HTTP {1}).</source>
        <translation>{0} 拒绝此程序（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} does not know this address (HTTP {1}).</source>
        <translation>{0} 没有此网址（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} says that this address is gone for good (HTTP {1}).</source>
        <translation>{0} 表示此网址已永久移除（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} has blocked this network for asking too often (HTTP {1}).</source>
        <translation>{0} 因查询过于频繁而封锁此网络（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} was asked too often (HTTP {1}).</source>
        <translation>向 {0} 查询过于频繁（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} may not serve this network for legal reasons (HTTP {1}).</source>
        <translation>{0} 因法律原因不能向此网络提供服务（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} has a fault of its own (HTTP {1}).</source>
        <translation>{0} 本身有故障（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} cannot reach its own back end (HTTP {1}).</source>
        <translation>{0} 无法连接其后台（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} is overloaded or under maintenance (HTTP {1}).</source>
        <translation>{0} 负载过高或正在维护（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} cannot reach its own back end in time (HTTP {1}).</source>
        <translation>{0} 未能及时连接其后台（HTTP {1}）。</translation>
    </message>
    <message>
        <source>{0} does not answer the request (HTTP {1}).</source>
        <translation>{0} 不响应此请求（HTTP {1}）。</translation>
    </message>
    <message>
        <source>The source may have changed; check its address.</source>
        <translation>来源可能有变，请检查其网址。</translation>
    </message>
    <message>
        <source>It is asked again after the pause it wants.</source>
        <translation>待其要求的间隔过后再查询。</translation>
    </message>
    <message>
        <source>The proxy wants a login (HTTP 407).</source>
        <translation>代理服务器要求登录（HTTP 407）。</translation>
    </message>
    <message>
        <source>Put name and password into the proxy&apos;s address (HTTPS_PROXY).</source>
        <translation>请在代理服务器网址（HTTPS_PROXY）中加入用户名及密码。</translation>
    </message>
    <message>
        <source>Check the token.</source>
        <translation>请检查令牌。</translation>
    </message>
    <message>
        <source>Check the key and the address.</source>
        <translation>请检查密钥及网址。</translation>
    </message>
    <message>
        <source>Check the server and the topic.</source>
        <translation>请检查服务器及主题。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查网址。</translation>
    </message>
    <message>
        <source>The receiver must take up to 20 KB.</source>
        <translation>接收方须能接收最多 20 KB。</translation>
    </message>
    <message>
        <source>muted before it could be told</source>
        <translation>通知前已静音</translation>
    </message>
    <message>
        <source>over before it could be told</source>
        <translation>通知前已结束</translation>
    </message>
    <message>
        <source>dealt with before it could be told</source>
        <translation>通知前已处理</translation>
    </message>
    <message>
        <source>the item is gone</source>
        <translation>条目已不存在</translation>
    </message>
    <message>
        <source>the firing is gone</source>
        <translation>触发记录已不存在</translation>
    </message>
    <message>
        <source>the firings are gone</source>
        <translation>触发记录已不存在</translation>
    </message>
    <message>
        <source>switched off in the settings</source>
        <translation>已在设置中关闭</translation>
    </message>
    <message>
        <source>no sound could be played</source>
        <translation>无法播放音效</translation>
    </message>
    <message>
        <source>It asks to wait {0}.</source>
        <translation>要求等待 {0}。</translation>
    </message>
</context>
<context>
    <name>ChannelEditor</name>
    <message>
        <source>New channel</source>
        <translation>新建渠道</translation>
    </message>
    <message>
        <source>Edit channel</source>
        <translation>编辑渠道</translation>
    </message>
    <message>
        <source>Phone, Team, Duty desk …</source>
        <translation>手机、团队、值班 …</translation>
    </message>
    <message>
        <source>Quiet hours hold it back</source>
        <translation>免打扰时段暂缓发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>网址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>密钥(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;From level</source>
        <translation>最低级别(&amp;F)</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>{0}: where it is kept</source>
        <translation>{0}：保存位置</translation>
    </message>
    <message>
        <source>Kept; type to replace it</source>
        <translation>已保存；输入即替换</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>{0}: enter it.</source>
        <translation>请输入{0}。</translation>
    </message>
    <message>
        <source>Saving. The keyring may ask to be unlocked.</source>
        <translation>正在保存。可能需要解锁密钥环。</translation>
    </message>
    <message>
        <source>Saving.</source>
        <translation>正在保存。</translation>
    </message>
</context>
<context>
    <name>ChannelManager</name>
    <message>
        <source>channel {0} fails</source>
        <translation>渠道“{0}”失效</translation>
    </message>
    <message>
        <source>{0} channels fail</source>
        <translation>{0} 个渠道失效</translation>
    </message>
    <message>
        <source>The channel was not saved</source>
        <translation>渠道未能保存</translation>
    </message>
    <message>
        <source>The test did not arrive: {0}</source>
        <translation>测试未能送达：{0}</translation>
    </message>
    <message>
        <source>Test sent: {0}</source>
        <translation>已发送测试：{0}</translation>
    </message>
    <message>
        <source>This window only reads.</source>
        <translation>此窗口为只读。</translation>
    </message>
    <message>
        <source>Channel removed: {0}</source>
        <translation>已移除渠道：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
        <translation>电子邮件、Telegram、Slack 等（apprise）</translation>
    </message>
    <message>
        <source>A JSON object is posted to the address. With a key it is signed with HMAC-SHA256.</source>
        <translation>以 POST 向网址发送 JSON 对象。如有密钥，会以 HMAC-SHA256 签名。</translation>
    </message>
    <message>
        <source>Notifications on your phone, by ntfy.sh or a server of your own. Whoever knows the topic can read it.</source>
        <translation>通过 ntfy.sh 或自建服务器发送手机通知。知道主题名称者均可阅读。</translation>
    </message>
    <message>
        <source>Needs the extra apprise: {0}. Its address holds the password, so it is kept as a secret.</source>
        <translation>需另装 apprise 组件：{0}。其网址含密码，因此作为密钥保存。</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Token or user:password</source>
        <translation>令牌或 user:password</translation>
    </message>
    <message>
        <source>Apprise address</source>
        <translation>Apprise 网址</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Announcements and news</source>
        <translation>公告及新闻</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>价格提示</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>监测状况</translation>
    </message>
    <message>
        <source>Give the channel a name.</source>
        <translation>请输入渠道名称。</translation>
    </message>
    <message>
        <source>The name may have 60 characters at most.</source>
        <translation>名称最多 60 个字符。</translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation>请输入网址。</translation>
    </message>
    <message>
        <source>That is no web address; it must begin with https://.</source>
        <translation>这不是网址；须以 https:// 开头。</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address; enter them as the secret.</source>
        <translation>网址请勿包含用户名及密码；请在密钥栏输入。</translation>
    </message>
    <message>
        <source>http:// is only for this computer and the local network; use https://.</source>
        <translation>http:// 仅可用于这台电脑及局域网；请用 https://。</translation>
    </message>
    <message>
        <source>An ntfy address is server and topic: https://ntfy.sh/your-topic.</source>
        <translation>ntfy 网址由服务器和主题组成：https://ntfy.sh/your-topic。</translation>
    </message>
    <message>
        <source>Tick what is to be sent.</source>
        <translation>请勾选要发送的内容。</translation>
    </message>
    <message>
        <source>Enter the apprise address.</source>
        <translation>请输入 Apprise 网址。</translation>
    </message>
    <message>
        <source>The variable&apos;s name is HKWATCH_SECRET_, then capital letters, digits and _.</source>
        <translation>变量名须为 HKWATCH_SECRET_，后接大写英文字母、数字及 _。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
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
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Last success {0} HKT</source>
        <translation>上次成功：香港时间 {0}</translation>
    </message>
    <message>
        <source>waiting: {0}</source>
        <translation>等待中：{0}</translation>
    </message>
    <message>
        <source>next try {0} HKT</source>
        <translation>下次重试：香港时间 {0}</translation>
    </message>
    <message>
        <source>Failed {0} HKT: {1} {2}</source>
        <translation>香港时间 {0} 失败：{1} {2}</translation>
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
        <translation>发送中 …</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>发送测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Not delivered: {0}</source>
        <translation>未送达：{0}</translation>
    </message>
    <message>
        <source>May have arrived: hkwatch ended while it was being sent.</source>
        <translation>可能已送达：发送期间 hkwatch 已退出。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通知渠道</translation>
    </message>
    <message>
        <source>Further ways out for notifications. What fails is tried again after 1, 5, 30 and 120 minutes.</source>
        <translation>发送通知的其他途径。失败的通知会在 1、5、30 及 120 分钟后重试。</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>尚无渠道</translation>
    </message>
    <message>
        <source>A webhook, ntfy on your phone, or e-mail, Telegram and Slack by apprise.</source>
        <translation>可用 webhook、手机上的 ntfy，或通过 apprise 使用电子邮件、Telegram 及 Slack。</translation>
    </message>
    <message>
        <source>&amp;Add a channel…</source>
        <translation>新增渠道(&amp;A)…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发送至</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last success, HKT</source>
        <translation>上次成功（香港时间）</translation>
    </message>
    <message>
        <source>Time, HKT</source>
        <translation>香港时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ChartCanvas</name>
    <message>
        <source>Loading prices…</source>
        <translation>正在加载价格…</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>暂无价格</translation>
    </message>
    <message>
        <source>Collecting prices since {time}</source>
        <translation>自 {time} 起收集价格</translation>
    </message>
    <message>
        <source>Prices since {time}</source>
        <translation>价格始于 {time}</translation>
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
        <translation>价格表</translation>
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
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>ChosenSources</name>
    <message>
        <source>{0} of {1} sources</source>
        <translation>{1} 个来源中的 {0} 个</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Sources one by one, before any is asked</source>
        <translation>逐一选择来源；选定前不会查询</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Citation and text copied</source>
        <translation>已复制引用及正文</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>已复制引用</translation>
    </message>
    <message>
        <source>{0} citations copied</source>
        <translation>已复制 {0} 条引用</translation>
    </message>
    <message>
        <source>One a line, in the list&apos;s order.</source>
        <translation>每行一条，按列表顺序。</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>复制引用</translation>
    </message>
    <message>
        <source>With the text</source>
        <translation>连同正文</translation>
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
        <translation>关闭 hkwatch</translation>
    </message>
    <message>
        <source>Keep watching when the window is closed?</source>
        <translation>关闭窗口后继续监测？</translation>
    </message>
    <message>
        <source>In the tray hkwatch goes on watching and notifies you. You can quit it there at any time.</source>
        <translation>hkwatch 会在系统托盘继续监测并发出通知，可随时在那里退出。</translation>
    </message>
    <message>
        <source>There is no tray here. hkwatch would go on unseen; starting it again shows the window.</source>
        <translation>此处没有系统托盘。hkwatch 会在后台运行；再次启动即可显示窗口。</translation>
    </message>
    <message>
        <source>Do the same next time</source>
        <translation>下次照此处理</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Keep watching in the tray</source>
        <translation>在系统托盘继续监测</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation>继续监测</translation>
    </message>
</context>
<context>
    <name>ConditionEdit</name>
    <message>
        <source>This query says more than rows can show.</source>
        <translation>此语法的内容无法逐行显示。</translation>
    </message>
    <message>
        <source>As a query</source>
        <translation>搜索语法</translation>
    </message>
    <message>
        <source>The condition as a query</source>
        <translation>以搜索语法表示的条件</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>This window only reads</source>
        <translation>此窗口为只读</translation>
    </message>
    <message>
        <source>Another hkwatch watches with this folder.</source>
        <translation>另一个 hkwatch 正使用此文件夹监测。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Price alert removed</source>
        <translation>价格提示已移除</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>无法读取数据库</translation>
    </message>
    <message>
        <source>The watcher did not stop</source>
        <translation>监测程序没有停止</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 item</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>%n items</source>
        <translation>%n 条</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 个来源</translation>
    </message>
    <message>
        <source>%n sources</source>
        <translation>%n 个来源</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 处改动</translation>
    </message>
    <message>
        <source>%n changes</source>
        <translation>%n 处改动</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查次数</translation>
    </message>
    <message>
        <source>Good answers</source>
        <translation>成功响应</translation>
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
        <translation>最长中断</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Back-filled</source>
        <translation>已补回</translation>
    </message>
    <message>
        <source>Watched since</source>
        <translation>监测起始</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 小时</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>nothing was counted in this month</source>
        <translation>本月没有统计数据</translation>
    </message>
    <message>
        <source>{0} sources</source>
        <translation>{0} 个来源</translation>
    </message>
    <message>
        <source>{0} checks</source>
        <translation>检查 {0} 次</translation>
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
        <translation>共 {0}没有监测</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>{0}, not the whole month</source>
        <translation>{0}，并非整月</translation>
    </message>
    <message>
        <source>Uptime is the share of the time in which a source’s last good answer was no older than three times its usual pause, and at least an hour. While the computer slept, was offline or hkwatch was not running, every source is silent. A gap is a time whose items may be missing; it is back-filled where the publisher’s archive was read for it.</source>
        <translation>可用率指来源上次成功响应距当时不超过平常间隔三倍（至少一小时）的时间占比。电脑休眠、离线或 hkwatch 未运行期间，所有来源均视为中断。缺口指条目可能有遗漏的时段；已读取发布者存档补足的，视为已补回。</translation>
    </message>
    <message>
        <source>back-filled {0}</source>
        <translation>{0} 补回</translation>
    </message>
    <message>
        <source>back-filled</source>
        <translation>已补回</translation>
    </message>
    <message>
        <source>not filled</source>
        <translation>未补回</translation>
    </message>
    <message>
        <source>Coverage {0}</source>
        <translation>监测覆盖 {0}</translation>
    </message>
    <message>
        <source>Nothing was watched</source>
        <translation>没有监测</translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Statement copied</source>
        <translation>已复制报表</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>监测覆盖</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>保存为 Markdown…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Coverage by source</source>
        <translation>各来源的监测覆盖</translation>
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
        <translation>报表已保存</translation>
    </message>
    <message>
        <source>The statement was not written</source>
        <translation>报表未能保存</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>保存报表</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>迁移…</translation>
    </message>
    <message>
        <source>Move the data folder</source>
        <translation>迁移数据文件夹</translation>
    </message>
    <message>
        <source>Use the old folder again</source>
        <translation>重新使用旧文件夹</translation>
    </message>
    <message>
        <source>Delete the old data</source>
        <translation>删除旧数据</translation>
    </message>
    <message>
        <source>Move the data folder to</source>
        <translation>将数据文件夹迁移至</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Choose another folder.</source>
        <translation>无法写入 {0}：{1}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Move the data to {0}?</source>
        <translation>将数据迁移至 {0}？</translation>
    </message>
    <message>
        <source>hkwatch stops, copies everything, checks the copy, and starts again from there. The old folder stays as it is until you delete it; until then you can go back.</source>
        <translation>hkwatch 会停止运行，复制全部数据并检查副本，然后从新位置重新启动。旧文件夹保持不变，直到您删除为止；在此之前可随时返回。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Use {0} again?</source>
        <translation>重新使用 {0}？</translation>
    </message>
    <message>
        <source>The data there is as it was at the move. What came since stays in the present folder.</source>
        <translation>该处数据为迁移时的状态。其后的新数据会留在当前文件夹。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Delete the old data in {0}?</source>
        <translation>删除 {0} 中的旧数据？</translation>
    </message>
    <message>
        <source>Only hkwatch’s own files there are deleted. There is no way back after that.</source>
        <translation>仅删除该处属于 hkwatch 的文件。删除后无法恢复。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The old data in {0} is deleted.</source>
        <translation>已删除 {0} 中的旧数据。</translation>
    </message>
    <message>
        <source>This is a network share ({0}). A database may break there, and a lost connection stops the watch. A folder on this computer is safer.</source>
        <translation>这是网络共享文件夹（{0}）。数据库可能因此损坏，连接中断也会使监测停止。使用这台电脑上的文件夹更安全。</translation>
    </message>
    <message>
        <source>{0} copies this folder to other computers while it is written. A database may break by that. A folder outside it is safer; backups may well lie in it.</source>
        <translation>{0} 会在写入期间将此文件夹同步到其他电脑，数据库可能因此损坏。使用其以外的文件夹更安全；备份则可存放于此。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>One a day by itself, the newest seven are kept; your own are never removed.</source>
        <translation>每天自动备份一次，保留最新七份；手动备份的不会移除。</translation>
    </message>
    <message>
        <source>None yet. hkwatch makes the first within a day.</source>
        <translation>暂无备份；hkwatch 会在一天内首次备份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Test restore</source>
        <translation>测试还原</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>还原…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Backed up as {0}.</source>
        <translation>已备份为 {0}。</translation>
    </message>
    <message>
        <source>Restoring into a throw-away file and checking it…</source>
        <translation>正在还原到临时文件并检查…</translation>
    </message>
    <message>
        <source>{0} is sound: {1} items and {2} alerts would come back.</source>
        <translation>{0} 完好：可还原 {1} 个条目及 {2} 个提示。</translation>
    </message>
    <message>
        <source>Restore the copy of {0}?</source>
        <translation>还原 {0} 的备份？</translation>
    </message>
    <message>
        <source>What is stored now is kept as a copy first, so that you can come back to it.</source>
        <translation>会先备份现有数据，以便日后还原。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>导出及导入</translation>
    </message>
    <message>
        <source>All settings as a file, without secrets</source>
        <translation>将所有设置存为文件，不含密钥</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Take settings over from such a file; what would change is shown first</source>
        <translation>从上述文件导入设置；会先列出更改内容</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>The items of the list, as CSV, Excel, JSON and others</source>
        <translation>列表中的条目，存为 CSV、Excel、JSON 等格式</translation>
    </message>
    <message>
        <source>Export items…</source>
        <translation>导出条目…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>清除全部数据…</translation>
    </message>
    <message>
        <source>Items, marks, alerts, rules, sources of your own, settings and logs. One last backup stays.</source>
        <translation>包括条目、标记、提示、规则、自定义来源、设置及日志。会保留最后一份备份。</translation>
    </message>
    <message>
        <source>Database {0}  ·  backups {1} ({n})  ·  {2} free</source>
        <translation>数据库 {0}  ·  备份 {1}（{n} 个）  ·  可用空间 {2}</translation>
    </message>
    <message>
        <source>The folder cannot be written: {0}.</source>
        <translation>无法写入文件夹：{0}。</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>手动备份</translation>
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
        <translation>{0} 项未截止</translation>
    </message>
    <message>
        <source>{0} with 3 working days or fewer</source>
        <translation>{0} 项剩余 3 个工作日或更少</translation>
    </message>
    <message>
        <source>Its paper is older than what is stored here</source>
        <translation>其咨询文件早于此处存储的数据</translation>
    </message>
    <message>
        <source>Deadline copied</source>
        <translation>已复制截止日期</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter 键</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>咨询总结</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Add to calendar…</source>
        <translation>添加到日历…</translation>
    </message>
    <message>
        <source>All open to calendar…</source>
        <translation>全部未截止的添加到日历…</translation>
    </message>
    <message>
        <source>No deadline is known yet</source>
        <translation>暂无已知的截止日期</translation>
    </message>
    <message>
        <source>Consultations that are open for comments stand here, with the working days left.</source>
        <translation>此处列出正在征求意见的咨询及剩余工作日。</translation>
    </message>
</context>
<context>
    <name>DeadlineManager</name>
    <message>
        <source>1 deadline written</source>
        <translation>已写入 1 个截止日期</translation>
    </message>
    <message>
        <source>{0} deadlines written</source>
        <translation>已写入 {0} 个截止日期</translation>
    </message>
    <message>
        <source>The calendar file was not written</source>
        <translation>未能写入日历文件</translation>
    </message>
</context>
<context>
    <name>DeadlineStrip</name>
    <message>
        <source>Add to calendar…</source>
        <translation>添加到日历…</translation>
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
        <translation>咨询</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>咨询总结</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未截止</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>日历文件 (*.ics)</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>添加到日历</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 个工作日</translation>
    </message>
    <message>
        <source>{0} working days</source>
        <translation>{0} 个工作日</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>已有总结</translation>
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
        <translation>申请截至 {day}（{left}）</translation>
    </message>
    <message>
        <source>Comments by {day} ({left})</source>
        <translation>意见截至 {day}（{left}）</translation>
    </message>
    <message>
        <source>extended from {0}</source>
        <translation>原定 {0}，已延后</translation>
    </message>
    <message>
        <source>Extended from {0}</source>
        <translation>原定 {0}，已延后</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>已有总结</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{0} wd</source>
        <translation>{0} 个工作日</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Calendar of working days</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>General holidays are known from {0} to {1}.</source>
        <translation>已知 {0} 至 {1} 年的公众假期。</translation>
    </message>
    <message>
        <source>The last one known is on {0}.</source>
        <translation>最后一个已知假期为 {0}。</translation>
    </message>
    <message>
        <source>No general holidays are known; weekends still count as days off.</source>
        <translation>没有公众假期数据；周末仍视为非工作日。</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo: recorded scenario.</source>
        <translation>演示：预录情景。</translation>
    </message>
    <message>
        <source>Time runs at its normal pace.</source>
        <translation>时间以正常速度前进。</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Time runs {0} times as fast.</source>
        <translation>时间以 {0} 倍速度运行。</translation>
    </message>
    <message>
        <source>Demo ×{0}</source>
        <translation>演示 ×{0}</translation>
    </message>
</context>
<context>
    <name>Detour</name>
    <message>
        <source>From this notification: %n items.</source>
        <translation>来自此通知：%n 条。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Filter paused to show this item.</source>
        <translation>为显示此条目，筛选已暂停。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message>
        <source>Critical</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>价格提示</translation>
    </message>
    <message>
        <source>Other official items</source>
        <translation>其他官方条目</translation>
    </message>
    <message>
        <source>Other media items</source>
        <translation>其他媒体条目</translation>
    </message>
    <message>
        <source>The watch itself</source>
        <translation>监测状况</translation>
    </message>
    <message>
        <source>Hong Kong digital assets: digest</source>
        <translation>香港数字资产：摘要</translation>
    </message>
    <message>
        <source>Written by hkwatch from what it stored. Texts belong to their publishers.</source>
        <translation>由 hkwatch 根据已存数据编制。内容归其发布者所有。</translation>
    </message>
</context>
<context>
    <name>DocType</name>
    <message>
        <source>Enforcement</source>
        <translation>执法</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>警示名单</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>咨询总结</translation>
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
        <translation>演讲</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>新闻稿</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing here yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>Items appear as the sources answer.</source>
        <translation>来源响应后，条目便会显示。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No unread items</source>
        <translation>没有未读条目</translation>
    </message>
    <message>
        <source>Show the whole view</source>
        <translation>显示整个视图</translation>
    </message>
    <message>
        <source>Nothing of this kind in the view</source>
        <translation>此视图没有此类条目</translation>
    </message>
    <message>
        <source>Nothing from {0} yet</source>
        <translation>{0}暂无条目</translation>
    </message>
    <message>
        <source>Nothing is flagged</source>
        <translation>没有已标记的条目</translation>
    </message>
    <message>
        <source>Nothing is starred</source>
        <translation>没有已加星的条目</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有待确认的条目</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>没有已归档的条目</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>此视图没有条目</translation>
    </message>
    <message>
        <source>{0} today.</source>
        <translation>今日 {0}。</translation>
    </message>
    <message>
        <source>No match for “{0}”</source>
        <translation>没有条目匹配“{0}”</translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation>搜索所有时间</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>搜索全部</translation>
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
        <translation>{asset} 升破 {level}</translation>
    </message>
    <message>
        <source>{asset} below {level}</source>
        <translation>{asset} 跌破 {level}</translation>
    </message>
    <message>
        <source>{asset} {share} from {base}</source>
        <translation>{asset} 较 {base} {share}</translation>
    </message>
    <message>
        <source>{asset} crossed {level}</source>
        <translation>{asset} 穿越 {level}</translation>
    </message>
    <message>
        <source>{asset} entered its range at {level}</source>
        <translation>{asset} 于 {level} 进入区间</translation>
    </message>
    <message>
        <source>{asset} left its range at {level}</source>
        <translation>{asset} 于 {level} 离开区间</translation>
    </message>
    <message>
        <source>{asset} {share} within {window}</source>
        <translation>{asset} 于 {window}内 {share}</translation>
    </message>
    <message>
        <source>{asset}: highest since {day}</source>
        <translation>{asset} 创 {day} 以来新高</translation>
    </message>
    <message>
        <source>{asset}: lowest since {day}</source>
        <translation>{asset} 创 {day} 以来新低</translation>
    </message>
    <message>
        <source>{asset}: highest in {window}</source>
        <translation>{asset} 创 {window}新高</translation>
    </message>
    <message>
        <source>{asset}: new all-time high</source>
        <translation>{asset} 创历史新高</translation>
    </message>
    <message>
        <source>{asset}: lowest in {window}</source>
        <translation>{asset} 创 {window}新低</translation>
    </message>
    <message>
        <source>{asset}: new all-time low</source>
        <translation>{asset} 创历史新低</translation>
    </message>
    <message>
        <source>{asset}: no price for {window}</source>
        <translation>{asset} 已有 {window}没有价格</translation>
    </message>
    <message>
        <source>{asset} in Hong Kong {share} against US$</source>
        <translation>{asset} 香港价对美元价 {share}</translation>
    </message>
    <message>
        <source>Saved search: {name}</source>
        <translation>已保存的搜索：{name}</translation>
    </message>
    <message>
        <source>before: {price}</source>
        <translation>此前 {price}</translation>
    </message>
    <message>
        <source>from {price} at {time}</source>
        <translation>{time} 时为 {price}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>reached {time}</source>
        <translation>于 {time} 到价</translation>
    </message>
    <message>
        <source>crossed between {start} and {end}</source>
        <translation>于 {start} 至 {end} 之间穿越</translation>
    </message>
    <message>
        <source>while hkwatch could not see prices</source>
        <translation>期间 hkwatch 未能获取价格</translation>
    </message>
    <message>
        <source>median of {count}</source>
        <translation>{count} 个来源的中位数</translation>
    </message>
    <message>
        <source>{count} crossings since the last notice</source>
        <translation>自上次通知后穿越 {count} 次</translation>
    </message>
    <message>
        <source>re-arms below {level}</source>
        <translation>低于 {level} 重启</translation>
    </message>
    <message>
        <source>re-arms above {level}</source>
        <translation>高于 {level} 重启</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{time} HKT</source>
        <translation>香港时间 {time}</translation>
    </message>
    <message>
        <source>nothing critical</source>
        <translation>没有紧急条目</translation>
    </message>
    <message>
        <source>{count} critical</source>
        <translation>紧急 {count} 条</translation>
    </message>
    <message>
        <source>{time}: {checks} checks, {good} of {all} sources, {critical}</source>
        <translation>{time}：检查 {checks} 次，{all} 个来源中 {good} 个正常，{critical}</translation>
    </message>
    <message>
        <source>Since midnight in Hong Kong: {count} high.</source>
        <translation>香港时间零时至今：重要 {count} 条。</translation>
    </message>
    <message>
        <source>Without a recent answer: {names}</source>
        <translation>近期没有响应：{names}</translation>
    </message>
    <message>
        <source>The digest was not written</source>
        <translation>摘要未能保存</translation>
    </message>
    <message>
        <source>Applications by {day}, {count} working days left</source>
        <translation>申请截至 {day}，还剩 {count} 个工作日</translation>
    </message>
    <message>
        <source>Comments by {day}, {count} working days left</source>
        <translation>意见截至 {day}，还剩 {count} 个工作日</translation>
    </message>
    <message>
        <source>Saved search: {names}</source>
        <translation>已保存的搜索：{names}</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}、{other}</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 条新内容</translation>
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
        <translation>电脑休眠期间（{span}）：{detail}</translation>
    </message>
    <message>
        <source>While hkwatch was not running ({span}): {detail}</source>
        <translation>hkwatch 未运行期间（{span}）：{detail}</translation>
    </message>
    <message>
        <source>While this computer was offline ({span}): {detail}</source>
        <translation>电脑离线期间（{span}）：{detail}</translation>
    </message>
    <message>
        <source>1 price alert</source>
        <translation>价格提示 1 个</translation>
    </message>
    <message>
        <source>{count} price alerts</source>
        <translation>价格提示 {count} 个</translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation>截止日期 1 个</translation>
    </message>
    <message>
        <source>{count} deadlines</source>
        <translation>截止日期 {count} 个</translation>
    </message>
    <message>
        <source>1 source not readable</source>
        <translation>1 个来源无法读取</translation>
    </message>
    <message>
        <source>{count} sources not readable</source>
        <translation>{count} 个来源无法读取</translation>
    </message>
    <message>
        <source>While it was quiet: {detail}</source>
        <translation>免打扰期间：{detail}</translation>
    </message>
    <message>
        <source>Test: {title}</source>
        <translation>测试：{title}</translation>
    </message>
    <message>
        <source>and {count} more price alerts</source>
        <translation>另有 {count} 个价格提示</translation>
    </message>
    <message>
        <source>While away: {count} price alerts</source>
        <translation>离开期间：{count} 个价格提示</translation>
    </message>
    <message>
        <source>{source} not readable for {count} min</source>
        <translation>{source}已 {count} 分钟无法读取</translation>
    </message>
    <message>
        <source>{source} not readable for {count} h</source>
        <translation>{source}已有{count}小时无法读取</translation>
    </message>
    <message>
        <source>{source} not reachable for {count} min</source>
        <translation>{source}已 {count} 分钟无法连接</translation>
    </message>
    <message>
        <source>{source} not reachable for {count} h</source>
        <translation>{source}已有{count}小时无法连接</translation>
    </message>
    <message>
        <source>Next try {time}.</source>
        <translation>下次检查：{time}。</translation>
    </message>
    <message>
        <source>{source}: the page changed shape</source>
        <translation>{source}：网页格式有变</translation>
    </message>
    <message>
        <source>It has not been compared for 24 hours. Look at it and accept it.</source>
        <translation>已 24 小时未作比对。请查看网页并接受新格式。</translation>
    </message>
    <message>
        <source>Last day today: {what}</source>
        <translation>今日截止：{what}</translation>
    </message>
    <message>
        <source>No working day left: {what}</source>
        <translation>还剩 0 个工作日：{what}</translation>
    </message>
    <message>
        <source>1 working day left: {what}</source>
        <translation>还剩 1 个工作日：{what}</translation>
    </message>
    <message>
        <source>{count} working days left: {what}</source>
        <translation>还剩 {count} 个工作日：{what}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>Deadline extended {before} → {after}: {what}</source>
        <translation>截止日期延后 {before} → {after}：{what}</translation>
    </message>
    <message>
        <source>Deadline brought forward {before} → {after}: {what}</source>
        <translation>截止日期提前 {before} → {after}：{what}</translation>
    </message>
    <message>
        <source>hkwatch test notification</source>
        <translation>hkwatch 测试通知</translation>
    </message>
    <message>
        <source>This is how hkwatch tells you. A click opens the window.</source>
        <translation>hkwatch 会这样通知您。点击即可打开窗口。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 小时后再提醒</translation>
    </message>
    <message>
        <source>Open chart</source>
        <translation>打开图表</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>打开列表</translation>
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
        <translation>紧急</translation>
    </message>
    <message>
        <source>Enforcement</source>
        <translation>执法</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>警示名单</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>咨询总结</translation>
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
        <translation>演讲</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>新闻稿</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>EraseQuestion</name>
    <message>
        <source>Erase everything hkwatch keeps?</source>
        <translation>清除 hkwatch 的全部数据？</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>清除全部数据</translation>
    </message>
    <message>
        <source>ERASE</source>
        <translation>ERASE</translation>
    </message>
    <message>
        <source>Items with their marks and notes, alerts, prices, rules and sources of your own, settings, older backups and logs. A last backup of it all is made first, checked, and stays in {0}; delete it by hand if you want that gone too.</source>
        <translation>包括条目及其标记和备注、提示、价格、自定义规则及来源、设置、较旧的备份及日志。清除前会先备份全部数据并检查，备份保留在 {0}；如需一并清除，请手动删除。</translation>
    </message>
    <message>
        <source>Type {0} to go on:</source>
        <translation>请输入 {0} 以继续：</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation>存证</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
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
        <translation>响应 {number} · {language} · 香港时间 {time}</translation>
    </message>
    <message>
        <source>Which answer</source>
        <translation>选择响应</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Save as .zip…</source>
        <translation>保存为 .zip…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <source>{time} HKT</source>
        <translation>香港时间 {time}</translation>
    </message>
    <message>
        <source>A copy for your records · © {issuer}. Saving it gives no right to publish it again.</source>
        <translation>供您存档的副本 · © {issuer}。保存不代表有权再次发布。</translation>
    </message>
    <message>
        <source>Too large to keep: hash and size are those of what came.</source>
        <translation>太大，没有保留：哈希值及大小按收到的内容计算。</translation>
    </message>
    <message>
        <source>✓ The kept body has this hash.</source>
        <translation>✓ 所存原文与此哈希值相符。</translation>
    </message>
    <message>
        <source>✕ The kept body has another hash.</source>
        <translation>✕ 所存原文与此哈希值不符。</translation>
    </message>
    <message>
        <source>This is no text. Save it to look at it with another program.</source>
        <translation>并非文本内容。请保存后用其他程序查看。</translation>
    </message>
</context>
<context>
    <name>EvidenceManager</name>
    <message>
        <source>No evidence was kept of this item</source>
        <translation>此条目没有存证</translation>
    </message>
    <message>
        <source>Its text came with the list, which is not kept, or was never fetched.</source>
        <translation>其正文随列表获取（列表不予保留），或从未下载。</translation>
    </message>
    <message>
        <source>The evidence could not be read</source>
        <translation>无法读取存证</translation>
    </message>
    <message>
        <source>Evidence saved</source>
        <translation>存证已保存</translation>
    </message>
    <message>
        <source>The evidence was not saved</source>
        <translation>存证未能保存</translation>
    </message>
    <message>
        <source>Save evidence</source>
        <translation>保存存证</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip 压缩文件 (*.zip)</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>in {0} to {1}</source>
        <translation>{0}至 {1}后</translation>
    </message>
    <message>
        <source>in {0} or more</source>
        <translation>{0}或更久之后</translation>
    </message>
    <message>
        <source>in more than {0}</source>
        <translation>多于 {0}后</translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation>{0}内</translation>
    </message>
    <message>
        <source>in less than {0}</source>
        <translation>少于 {0}后</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1 个工作日</translation>
    </message>
    <message>
        <source>{0} working days</source>
        <translation>{0} 个工作日</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>{0} weeks</source>
        <translation>{0} 周</translation>
    </message>
    <message>
        <source>{0}: needs a value, e.g. {1}</source>
        <translation>{0} 须有值，例如 {1}</translation>
    </message>
    <message>
        <source>“{0}” is no date. Examples: {1}.</source>
        <translation>“{0}”不是日期。示例：{1}。</translation>
    </message>
    <message>
        <source>“{0}” is not known here. Did you mean {1}?</source>
        <translation>不认识“{0}”。您是指 {1} 吗？</translation>
    </message>
    <message>
        <source>“{0}” is not known here. Known: {1}.</source>
        <translation>不认识“{0}”。可用：{1}。</translation>
    </message>
    <message>
        <source>{0}: needs a comparison, e.g. {1}</source>
        <translation>{0} 须有比较，例如 {1}</translation>
    </message>
    <message>
        <source>{0}: is not a field. Known: {1}.</source>
        <translation>没有 {0} 字段。可用：{1}。</translation>
    </message>
    <message>
        <source>“{0}” cannot be searched yet.</source>
        <translation>“{0}”暂不支持搜索。</translation>
    </message>
    <message>
        <source>A quotation mark is still open.</source>
        <translation>引号尚未闭合。</translation>
    </message>
    <message>
        <source>A bracket is still open.</source>
        <translation>括号尚未闭合。</translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation>此括号缺少左括号。</translation>
    </message>
    <message>
        <source>There is nothing between the brackets.</source>
        <translation>括号内没有内容。</translation>
    </message>
    <message>
        <source>{0}: takes values with commas between them, not brackets.</source>
        <translation>{0} 的多个值以逗号分隔，不用括号。</translation>
    </message>
    <message>
        <source>{0} needs a condition after it.</source>
        <translation>{0} 之后须有条件。</translation>
    </message>
    <message>
        <source>{0} needs a condition on both sides.</source>
        <translation>{0} 前后均须有条件。</translation>
    </message>
    <message>
        <source>{0}: is for the whole query; it cannot be negated or in brackets.</source>
        <translation>{0} 适用于整个搜索，不可排除，也不可放在括号内。</translation>
    </message>
    <message>
        <source>The expression has no closing slash.</source>
        <translation>表达式缺少结尾斜线。</translation>
    </message>
    <message>
        <source>This expression cannot be read: {0}.</source>
        <translation>无法解析此表达式：{0}。</translation>
    </message>
    <message>
        <source>{0}: takes no expression; these do: {1}.</source>
        <translation>{0} 不接受正则表达式；接受的字段：{1}。</translation>
    </message>
    <message>
        <source>This expression takes too long on one text. A simpler one may do.</source>
        <translation>此表达式处理单篇正文耗时过长，请改用较简单的表达式。</translation>
    </message>
    <message>
        <source>This expression takes too long on so many items. Add a word, a source or a level.</source>
        <translation>条目太多，此表达式耗时过长。请加上词语、来源或级别。</translation>
    </message>
    <message>
        <source>At least two letters must stand before the star.</source>
        <translation>星号前至少须有两个字符。</translation>
    </message>
    <message>
        <source>There is no word to find in “{0}”.</source>
        <translation>“{0}”中没有可搜索的词语。</translation>
    </message>
    <message>
        <source>This query is too long.</source>
        <translation>搜索内容过长。</translation>
    </message>
    <message>
        <source>Something is missing at character {0}.</source>
        <translation>第 {0} 个字符处缺少内容。</translation>
    </message>
    <message>
        <source>There is no source “{0}”.</source>
        <translation>没有名为“{0}”的来源。</translation>
    </message>
    <message>
        <source>There is no label “{0}”.</source>
        <translation>没有名为“{0}”的标签。</translation>
    </message>
    <message>
        <source>There is no rule “{0}”.</source>
        <translation>没有名为“{0}”的规则。</translation>
    </message>
    <message>
        <source>No firm “{0}” is known.</source>
        <translation>没有名为“{0}”的公司。</translation>
    </message>
    <message>
        <source>No firm with the CE number {0} is known.</source>
        <translation>没有中央编号为 {0} 的公司。</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>您是指 {0} 吗？</translation>
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
        <translation>所有视图，包括已归档及已静音</translation>
    </message>
    <message>
        <source>archived only</source>
        <translation>仅限已归档</translation>
    </message>
    <message>
        <source>muted only</source>
        <translation>仅限已静音</translation>
    </message>
    <message>
        <source>has {0}</source>
        <translation>含 {0}</translation>
    </message>
    <message>
        <source>title has {0}</source>
        <translation>标题含 {0}</translation>
    </message>
    <message>
        <source>text has {0}</source>
        <translation>正文含 {0}</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>来自 {0}</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>关于 {0}</translation>
    </message>
    <message>
        <source>level {0}</source>
        <translation>级别 {0}</translation>
    </message>
    <message>
        <source>reference {0}</source>
        <translation>编号 {0}</translation>
    </message>
    <message>
        <source>by rule {0}</source>
        <translation>规则 {0}</translation>
    </message>
    <message>
        <source>naming {0}</source>
        <translation>提及 {0}</translation>
    </message>
    <message>
        <source>CE number {0}</source>
        <translation>中央编号 {0}</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>语言 {0}</translation>
    </message>
    <message>
        <source>published {0}</source>
        <translation>发布日期 {0}</translation>
    </message>
    <message>
        <source>first seen {0}</source>
        <translation>首次发现 {0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>截止日期 {0}</translation>
    </message>
    <message>
        <source>BTC {0} when first seen</source>
        <translation>首次见到时 BTC {0}</translation>
    </message>
    <message>
        <source>BTC {0} in the hour after</source>
        <translation>其后 1 小时 BTC 涨跌 {0}</translation>
    </message>
    <message>
        <source>BTC {0} in the day after</source>
        <translation>其后 24 小时 BTC 涨跌 {0}</translation>
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
        <translation>高于 {0}</translation>
    </message>
    <message>
        <source>below {0}</source>
        <translation>低于 {0}</translation>
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
        <translation>{0}以内</translation>
    </message>
    <message>
        <source>after {0}</source>
        <translation>{0} 之后</translation>
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
        <translation>本周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>in the past</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>latest published first</source>
        <translation>最新发布在前</translation>
    </message>
    <message>
        <source>earliest published first</source>
        <translation>最早发布在前</translation>
    </message>
    <message>
        <source>latest seen first</source>
        <translation>最新发现在前</translation>
    </message>
    <message>
        <source>earliest seen first</source>
        <translation>最早发现在前</translation>
    </message>
    <message>
        <source>highest level first</source>
        <translation>级别最高在前</translation>
    </message>
    <message>
        <source>lowest level first</source>
        <translation>级别最低在前</translation>
    </message>
    <message>
        <source>latest deadline first</source>
        <translation>截止日期最晚在前</translation>
    </message>
    <message>
        <source>nearest deadline first</source>
        <translation>截止日期最近在前</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
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
        <translation>执法消息</translation>
    </message>
    <message>
        <source>alert list entries</source>
        <translation>警示名单条目</translation>
    </message>
    <message>
        <source>consultations</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>consultation conclusions</source>
        <translation>咨询总结</translation>
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
        <translation>政策声明</translation>
    </message>
    <message>
        <source>laws and bills</source>
        <translation>法例及条例草案</translation>
    </message>
    <message>
        <source>speeches</source>
        <translation>演讲</translation>
    </message>
    <message>
        <source>press releases</source>
        <translation>新闻稿</translation>
    </message>
    <message>
        <source>media reports</source>
        <translation>媒体报道</translation>
    </message>
    <message>
        <source>price news</source>
        <translation>价格消息</translation>
    </message>
    <message>
        <source>the SFC</source>
        <translation>香港证监会</translation>
    </message>
    <message>
        <source>licences and licensing</source>
        <translation>牌照及发牌</translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation>执法</translation>
    </message>
    <message>
        <source>stablecoins</source>
        <translation>稳定币</translation>
    </message>
    <message>
        <source>ETFs</source>
        <translation>ETF</translation>
    </message>
    <message>
        <source>derivatives</source>
        <translation>衍生品</translation>
    </message>
    <message>
        <source>tokenisation</source>
        <translation>代币化</translation>
    </message>
    <message>
        <source>the bitcoin price</source>
        <translation>比特币价格</translation>
    </message>
    <message>
        <source>a bitcoin price level reached</source>
        <translation>比特币触及价位</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
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
        <translation>已读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>to acknowledge</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>revised</source>
        <translation>已修订</translation>
    </message>
    <message>
        <source>open for comments</source>
        <translation>正在征求意见</translation>
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
        <translation>有中文版</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>with a known BTC move</source>
        <translation>已知 BTC 涨跌</translation>
    </message>
    <message>
        <source>more than {0} items</source>
        <translation>超过 {0} 条</translation>
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
        <translation>发布时间</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次发现</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源数量</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>CSV · for spreadsheets</source>
        <translation>CSV · 供电子表格使用</translation>
    </message>
    <message>
        <source>XLSX · Excel workbook</source>
        <translation>XLSX · Excel 工作簿</translation>
    </message>
    <message>
        <source>JSON · for programs</source>
        <translation>JSON · 供程序使用</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML · web page</source>
        <translation>HTML · 网页</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>{0} items · exported {1} · {2}</source>
        <translation>{0} 条 · {1} 导出 · {2}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{0} written</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>Selected items: {0}</source>
        <translation>所选条目：{0}</translation>
    </message>
    <message>
        <source>Everything in this view: {0}</source>
        <translation>此视图的全部内容：{0}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation>审计报告</translation>
    </message>
    <message>
        <source>When each item was published, first seen, notified, on screen, opened and acknowledged, by whom, with its note. Taken from the journal; hkwatch can check it later.</source>
        <translation>各条目发布、首次发现、通知、显示在屏幕上、打开及确认的时间、经手人及备注。取自日志；日后可由 hkwatch 核对。</translation>
    </message>
    <message>
        <source>Times are Hong Kong time. Nothing is sent anywhere.</source>
        <translation>时间为香港时间。不会向外发送任何内容。</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题语言</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>PDF · to print and to file</source>
        <translation>PDF · 供打印及存档</translation>
    </message>
    <message>
        <source>CSV · can be checked against the journal</source>
        <translation>CSV · 可与日志核对</translation>
    </message>
    <message>
        <source>As in the list</source>
        <translation>与列表相同</translation>
    </message>
    <message>
        <source>Also all price alerts that fired</source>
        <translation>另加所有已触发的价格提醒</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
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
        <translation>搜索条件不完整</translation>
    </message>
    <message>
        <source>Correct it, then export.</source>
        <translation>请更正后再导出。</translation>
    </message>
    <message>
        <source>{0} chosen by hand</source>
        <translation>手动选取 {0}</translation>
    </message>
    <message>
        <source>everything in the inbox</source>
        <translation>收件箱全部条目</translation>
    </message>
    <message>
        <source>Audit report written</source>
        <translation>审计报告已保存</translation>
    </message>
    <message>
        <source>Items exported</source>
        <translation>已导出条目</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>文件未能写入</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>The place before (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>The next place (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>FirstDayCard</name>
    <message>
        <source>In the first 24 hours: {0} checks, {1} items, {2} notices.</source>
        <translation>前 24 小时：查询 {0} 次，条目 {1} 个，通知 {2} 个。</translation>
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
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} from now on. The settings have every detail.</source>
        <translation>从现在起：{0}。详情可在设置中更改。</translation>
    </message>
    <message>
        <source>{0} at present.</source>
        <translation>目前：{0}。</translation>
    </message>
    <message>
        <source>Settings says what is told, and by which way.</source>
        <translation>通知内容和方式可在设置中查看。</translation>
    </message>
    <message>
        <source>Nothing pops up</source>
        <translation>不弹出任何通知</translation>
    </message>
    <message>
        <source>Only High and Critical pop up</source>
        <translation>只弹出重要和紧急通知</translation>
    </message>
    <message>
        <source>Normal pops up too</source>
        <translation>一般通知也会弹出</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>It could not be shown: {0}</source>
        <translation>未能显示：{0}</translation>
    </message>
    <message>
        <source>Did you see it?</source>
        <translation>看到了吗？</translation>
    </message>
    <message>
        <source>Welcome to hkwatch</source>
        <translation>欢迎使用 hkwatch</translation>
    </message>
    <message>
        <source>Import OPML or backup…</source>
        <translation>导入 OPML 或备份…</translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation>开始监测</translation>
    </message>
    <message>
        <source>Hong Kong’s regulators and the bitcoin price, watched side by side.</source>
        <translation>同时监测香港监管机构及比特币价格。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Green up</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red up</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>Securities and Futures Commission (SFC)</source>
        <translation>证券及期货事务监察委员会（香港证监会）</translation>
    </message>
    <message>
        <source>News, circulars, consultations, licence lists, alert list</source>
        <translation>新闻、通函、咨询、持牌名单、警示名单</translation>
    </message>
    <message>
        <source>Hong Kong Monetary Authority (HKMA)</source>
        <translation>香港金融管理局（金管局）</translation>
    </message>
    <message>
        <source>Press releases, circulars, stablecoin issuer register</source>
        <translation>新闻稿、通函、稳定币发行人登记册</translation>
    </message>
    <message>
        <source>Government, LegCo, HKEX</source>
        <translation>政府、立法会、港交所</translation>
    </message>
    <message>
        <source>Press releases, bills, exchange news</source>
        <translation>新闻公报、法案、交易所消息</translation>
    </message>
    <message>
        <source>Bitcoin</source>
        <translation>比特币</translation>
    </message>
    <message>
        <source>Ether</source>
        <translation>以太币</translation>
    </message>
    <message>
        <source>Hong Kong media</source>
        <translation>香港媒体</translation>
    </message>
    <message>
        <source>Crypto media</source>
        <translation>加密货币媒体</translation>
    </message>
    <message>
        <source>Important only</source>
        <translation>仅限重要</translation>
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
        <translation>重要及紧急条目会弹出通知；其余留在收件箱。</translation>
    </message>
    <message>
        <source>Normal items pop up too, at most six in an hour.</source>
        <translation>一般条目也会弹出通知，每小时最多六个。</translation>
    </message>
    <message>
        <source>The inbox and the number on the tray icon only.</source>
        <translation>仅显示在收件箱及系统托盘图标的数字。</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>看到了</translation>
    </message>
    <message>
        <source>No, help</source>
        <translation>没有，查看帮助</translation>
    </message>
    <message>
        <source>See one before you start</source>
        <translation>开始前先看看通知样式</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>发送中…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Good: that is what they look like.</source>
        <translation>很好：通知就是这个样子。</translation>
    </message>
    <message>
        <source>Look whether “Do not disturb” is on, and whether your desktop’s settings allow hkwatch to notify. Without a notification service hkwatch shows messages in its window.</source>
        <translation>请检查是否已开启“请勿打扰”，以及桌面设置是否允许 hkwatch 发出通知。没有通知服务时，hkwatch 会在窗口内显示消息。</translation>
    </message>
    <message>
        <source>Import OPML or backup</source>
        <translation>导入 OPML 或备份</translation>
    </message>
    <message>
        <source>Feeds, backups, settings</source>
        <translation>订阅源、备份、设置</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>about {0} a day</source>
        <translation>每天约 {0} 个</translation>
    </message>
    <message>
        <source>about {0} a week</source>
        <translation>每周约 {0} 个</translation>
    </message>
    <message>
        <source>about {0} a month</source>
        <translation>每月约 {0} 个</translation>
    </message>
    <message>
        <source>SFC, HKMA</source>
        <translation>香港证监会、香港金管局</translation>
    </message>
    <message>
        <source>Counted on {items} English releases of {publishers} from {start} to {end} with the built-in rules, by their titles. Media and registers come on top.</source>
        <translation>按内置规则，以标题统计{publishers}于{start}至{end}发布的 {items} 份英文稿件。媒体及登记册另计。</translation>
    </message>
</context>
<context>
    <name>FloatStrip</name>
    <message>
        <source>Waiting for the first price</source>
        <translation>等待首个价格</translation>
    </message>
    <message>
        <source>Show hkwatch</source>
        <translation>显示 hkwatch</translation>
    </message>
    <message>
        <source>Hide the strip</source>
        <translation>隐藏价格条</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Drag to move, double-click for the window, right-click for more</source>
        <translation>拖动可移动，双击打开窗口，右击显示更多</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Add {0}</source>
        <translation>添加 {0}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Language of {0}</source>
        <translation>{0} 的语言</translation>
    </message>
    <message>
        <source>Already watched</source>
        <translation>已在监测</translation>
    </message>
    <message>
        <source>Cannot be added</source>
        <translation>无法添加</translation>
    </message>
    <message>
        <source>found at {0}</source>
        <translation>在 {0} 找到</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
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
        <translation>清除搜索记录</translation>
    </message>
    <message>
        <source>Search history: the last 20 searches, kept on this computer only</source>
        <translation>搜索记录：最近 20 次搜索，仅存于这台电脑</translation>
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
        <translation>符合任意一项</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>符合所有</translation>
    </message>
    <message>
        <source>Whether one or all of the conditions must hold</source>
        <translation>须符合任意一项或所有条件</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>添加一组条件</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>移除此组</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>(no key)</source>
        <translation>（未设快捷键）</translation>
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
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到结果。</translation>
    </message>
</context>
<context>
    <name>HeadKeeper</name>
    <message>
        <source>Standard widths</source>
        <translation>标准列宽</translation>
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
        <translation>新版内容</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} leads to the search.</source>
        <translation>按 {0} 转到搜索。</translation>
    </message>
    <message>
        <source>{0} acknowledges what is read here.</source>
        <translation>按 {0} 确认正在阅读的条目。</translation>
    </message>
    <message>
        <source>Click + on the price axis to set an alert there.</source>
        <translation>点击价格轴上的 + 即可设置提示。</translation>
    </message>
</context>
<context>
    <name>HiddenLine</name>
    <message>
        <source>Only what is muted</source>
        <translation>仅显示已静音</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>1 hidden by a mute</source>
        <translation>1 条因静音而隐藏</translation>
    </message>
    <message>
        <source>{0} hidden by mutes</source>
        <translation>{0} 条因静音而隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>HintBubble</name>
    <message>
        <source>Not again</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>larger than {percent} of ordinary quarter hours</source>
        <translation>大于平常 {percent} 的 15 分钟涨跌</translation>
    </message>
    <message>
        <source>larger than {percent} of ordinary hours</source>
        <translation>大于平常 {percent} 的 1 小时涨跌</translation>
    </message>
    <message>
        <source>larger than {percent} of ordinary days</source>
        <translation>大于平常 {percent} 的 24 小时涨跌</translation>
    </message>
    <message>
        <source>larger than {percent} of ordinary weeks</source>
        <translation>大于平常 {percent} 的 7 天涨跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary quarter hours</source>
        <translation>小于平常 {percent} 的 15 分钟涨跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary hours</source>
        <translation>小于平常 {percent} 的 1 小时涨跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary days</source>
        <translation>小于平常 {percent} 的 24 小时涨跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of ordinary weeks</source>
        <translation>小于平常 {percent} 的 7 天涨跌</translation>
    </message>
    <message>
        <source>not enough stored prices to say how ordinary that is</source>
        <translation>已存价格不足，无法判断是否寻常</translation>
    </message>
    <message>
        <source>No price of {asset} is stored for the time it was first seen</source>
        <translation>首次发现时没有已存的 {asset} 价格</translation>
    </message>
    <message>
        <source>{asset} {price} when first seen</source>
        <translation>首次发现时 {asset} {price}</translation>
    </message>
    <message>
        <source>The first move is told 15 min after it was first seen.</source>
        <translation>首次发现 15 分钟后显示首个涨跌。</translation>
    </message>
    <message>
        <source>timing only, not cause</source>
        <translation>只反映时间先后，并非原因</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>{count} compared</source>
        <translation>与 {count} 个时段比较</translation>
    </message>
</context>
<context>
    <name>ImpactStrip</name>
    <message>
        <source>Price after it was first seen</source>
        <translation>首次发现后的价格</translation>
    </message>
    <message>
        <source>timing only, not cause</source>
        <translation>只反映时间先后，并非原因</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>1 setting would change</source>
        <translation>将更改 1 项设置</translation>
    </message>
    <message>
        <source>{0} settings would change</source>
        <translation>将更改 {0} 项设置</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
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
        <translation>已归档</translation>
    </message>
    <message>
        <source>Needs ack</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Acknowledgement needed.</source>
        <translation>有待确认。</translation>
    </message>
    <message>
        <source>Deadline {0}.</source>
        <translation>截止日期 {0}。</translation>
    </message>
    <message>
        <source>Edited by the publisher.</source>
        <translation>发布者作出修订。</translation>
    </message>
    <message>
        <source>Starred.</source>
        <translation>已加星。</translation>
    </message>
    <message>
        <source>Archived.</source>
        <translation>已归档。</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>备注：{0}</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Published {0}, date only</source>
        <translation>{0} 发布（只有日期）</translation>
    </message>
    <message>
        <source>Published {0} HKT</source>
        <translation>{0} 发布（香港时间）</translation>
    </message>
    <message>
        <source>first seen {0} HKT</source>
        <translation>{0} 首次发现（香港时间）</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Next item, open</source>
        <translation>下一条并打开</translation>
    </message>
    <message>
        <source>Previous item, open</source>
        <translation>上一条并打开</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Show new items</source>
        <translation>显示新条目</translation>
    </message>
    <message>
        <source>Go to the reader</source>
        <translation>转到阅读窗格</translation>
    </message>
    <message>
        <source>Choose or leave out</source>
        <translation>选取或取消选取</translation>
    </message>
    <message>
        <source>Choose on to the next item</source>
        <translation>选取延伸至下一条</translation>
    </message>
    <message>
        <source>Choose on to the previous item</source>
        <translation>选取延伸至上一条</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
</context>
<context>
    <name>ItemState</name>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Search commands and keys</source>
        <translation>搜索命令及快捷键</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>A change holds at once. Single letters work in the list and the reader only, never while you type; keys that hold everywhere need Ctrl, Alt or a function key.</source>
        <translation>更改立即生效。单个字母键只在列表和阅读窗格有效，输入文字时无效；随处有效的快捷键须含 Ctrl、Alt 或功能键。</translation>
    </message>
    <message>
        <source>list and reader</source>
        <translation>列表及阅读窗格</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>随处有效</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the key of {0}</source>
        <translation>更改“{0}”的快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset the key of {0}</source>
        <translation>重置“{0}”的快捷键</translation>
    </message>
    <message>
        <source>No command for “{0}”.</source>
        <translation>没有与“{0}”匹配的命令。</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>New key of {0}</source>
        <translation>“{0}”的新快捷键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设快捷键</translation>
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
        <translation>{0} 现属于：{1}。取用后，原有命令将没有快捷键。</translation>
    </message>
    <message>
        <source>Press the key, or two one after the other. Esc cancels.</source>
        <translation>请按快捷键，或先后按两键。按 Esc 取消。</translation>
    </message>
    <message>
        <source>No other command has {0}.</source>
        <translation>没有其他命令使用 {0}。</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Single keys work in the list and the reader, never while you type.</source>
        <translation>单键只在列表和阅读窗格有效，输入文字时无效。</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No key for “{0}”.</source>
        <translation>没有与“{0}”匹配的快捷键。</translation>
    </message>
</context>
<context>
    <name>KeyWindow</name>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>All keys…</source>
        <translation>所有快捷键…</translation>
    </message>
    <message>
        <source>Every key at a glance; also by ? in the list</source>
        <translation>一览所有快捷键；也可在列表按“?”显示</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Next item, without opening</source>
        <translation>下一条，但不打开</translation>
    </message>
    <message>
        <source>Previous item, without opening</source>
        <translation>上一条，但不打开</translation>
    </message>
    <message>
        <source>Show new items</source>
        <translation>显示新条目</translation>
    </message>
    <message>
        <source>Go to the reader</source>
        <translation>转到阅读窗格</translation>
    </message>
    <message>
        <source>Choose or leave out</source>
        <translation>选取或取消选取</translation>
    </message>
    <message>
        <source>Choose on to the next item</source>
        <translation>选取延伸至下一条</translation>
    </message>
    <message>
        <source>Choose on to the previous item</source>
        <translation>选取延伸至上一条</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>“{0}” is no key. Write it as Ctrl+K, F7, Shift+A or G, I.</source>
        <translation>“{0}”不是快捷键。请写成 Ctrl+K、F7、Shift+A 或 G, I 等形式。</translation>
    </message>
    <message>
        <source>At most two strokes one after the other.</source>
        <translation>最多先后按两次。</translation>
    </message>
    <message>
        <source>Fields and lists need this key themselves.</source>
        <translation>此键为输入框及列表所需。</translation>
    </message>
    <message>
        <source>This command holds everywhere, also while you type: use Ctrl, Alt or a function key with it.</source>
        <translation>此命令随处有效，输入文字时也是如此：请配合 Ctrl、Alt 或功能键使用。</translation>
    </message>
    <message>
        <source>Next, previous item</source>
        <translation>下一条、上一条</translation>
    </message>
    <message>
        <source>Open in the reader</source>
        <translation>在阅读窗格中打开</translation>
    </message>
    <message>
        <source>Complete a word of the search</source>
        <translation>补全搜索词语</translation>
    </message>
    <message>
        <source>Chart: candles or line</source>
        <translation>图表：K 线或折线</translation>
    </message>
    <message>
        <source>Chart: as a table</source>
        <translation>图表：以表格显示</translation>
    </message>
    <message>
        <source>Chart: closer, farther, all</source>
        <translation>图表：放大、缩小、全部</translation>
    </message>
    <message>
        <source>Chart: earlier, later</source>
        <translation>图表：较早、较晚</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Critical</source>
        <translation>紧急</translation>
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
        <translation>虚拟资产交易平台</translation>
    </message>
    <message>
        <source>stablecoin issuer</source>
        <translation>稳定币发行人</translation>
    </message>
    <message>
        <source>virtual asset dealing</source>
        <translation>虚拟资产交易</translation>
    </message>
    <message>
        <source>virtual asset custody</source>
        <translation>虚拟资产托管</translation>
    </message>
    <message>
        <source>Type 1</source>
        <translation>第 1 类</translation>
    </message>
    <message>
        <source>Type 4</source>
        <translation>第 4 类</translation>
    </message>
    <message>
        <source>Type 7</source>
        <translation>第 7 类</translation>
    </message>
    <message>
        <source>Type 9</source>
        <translation>第 9 类</translation>
    </message>
    <message>
        <source>Licence applied for</source>
        <translation>申请牌照</translation>
    </message>
    <message>
        <source>Licence granted</source>
        <translation>获发牌照</translation>
    </message>
    <message>
        <source>Licence approved in principle</source>
        <translation>牌照原则上获批</translation>
    </message>
    <message>
        <source>Licence uplifted</source>
        <translation>牌照升级</translation>
    </message>
    <message>
        <source>Licence conditions changed</source>
        <translation>牌照条件更改</translation>
    </message>
    <message>
        <source>Licence refused</source>
        <translation>牌照申请被拒</translation>
    </message>
    <message>
        <source>Licence application withdrawn</source>
        <translation>牌照申请撤回</translation>
    </message>
    <message>
        <source>Licence application returned</source>
        <translation>牌照申请被退回</translation>
    </message>
    <message>
        <source>Licence suspended</source>
        <translation>牌照被暂时吊销</translation>
    </message>
    <message>
        <source>Licence revoked</source>
        <translation>牌照被撤销</translation>
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
        <translation>→ 转列</translation>
    </message>
    <message>
        <source>~ Renamed</source>
        <translation>~ 更名</translation>
    </message>
    <message>
        <source>~ Changed</source>
        <translation>~ 变更</translation>
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
        <translation>申请者</translation>
    </message>
    <message>
        <source>deemed licensed</source>
        <translation>当作获发牌</translation>
    </message>
    <message>
        <source>returned or withdrawn</source>
        <translation>申请已退回或撤回</translation>
    </message>
    <message>
        <source>closing down</source>
        <translation>正在结束业务</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>stablecoin issuers</source>
        <translation>稳定币发行人</translation>
    </message>
    <message>
        <source>public register</source>
        <translation>公众纪录册</translation>
    </message>
    <message>
        <source>until now {name}</source>
        <translation>原名 {name}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>The row before and now</source>
        <translation>记录的原貌与现状</translation>
    </message>
    <message>
        <source>Seen (HKT)</source>
        <translation>发现时间（香港）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Open in the inbox</source>
        <translation>在收件箱中打开</translation>
    </message>
    <message>
        <source>Open the release</source>
        <translation>打开公告</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Reading the registers…</source>
        <translation>正在读取登记册…</translation>
    </message>
    <message>
        <source>No register was read yet.</source>
        <translation>尚未读取任何登记册。</translation>
    </message>
    <message>
        <source>The first reading is the baseline.</source>
        <translation>首次读取的内容将作为基准。</translation>
    </message>
    <message>
        <source>Each list is compared with how it stood on {time} HKT.</source>
        <translation>各名单均与其香港时间 {time} 的内容比对。</translation>
    </message>
    <message>
        <source>Nothing has changed so far.</source>
        <translation>至今没有变动。</translation>
    </message>
    <message>
        <source>not on the register</source>
        <translation>不在登记册上</translation>
    </message>
    <message>
        <source>Licensed platforms over time</source>
        <translation>持牌平台数量走势</translation>
    </message>
    <message>
        <source>Dashed: from public facts, not from hkwatch&apos;s own observation</source>
        <translation>虚线：根据公开资料，并非 hkwatch 自行观察所得</translation>
    </message>
    <message>
        <source>Name to check</source>
        <translation>要核对的名称</translation>
    </message>
    <message>
        <source>Firm, platform, domain, CE number or Chinese name</source>
        <translation>公司、平台、域名、中央编号或中文名称</translation>
    </message>
    <message>
        <source>Rows that may be meant</source>
        <translation>可能所指的记录</translation>
    </message>
    <message>
        <source>{count} lists and former names, {checked}. Absence is not proof: a list may lag, a name may differ.</source>
        <translation>{count} 份名单及曾用名称（{checked}）。查无结果不足以证明：名单可能滞后，名称可能有出入。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Paste a name.</source>
        <translation>请粘贴名称。</translation>
    </message>
    <message>
        <source>Answered from what is stored; nothing is sent anywhere.</source>
        <translation>仅核对已存储的数据，不会向外发送任何内容。</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>查无结果。</translation>
    </message>
    <message>
        <source>That proves nothing: ask the regulator&apos;s own register.</source>
        <translation>这不足以证明：请查阅监管机构的登记册。</translation>
    </message>
    <message>
        <source>Not found on {count} lists, {checked}. Absence is not proof.</source>
        <translation>{count} 份名单上均查无此名（{checked}）。查无结果不足以证明。</translation>
    </message>
    <message>
        <source>Similar to {site}, the site of {name}, but not the same. It is on none of these lists.</source>
        <translation>与 {name} 的网站 {site} 相似，但并非同一网站；不在任何名单上。</translation>
    </message>
    <message>
        <source>Nobody on these lists has exactly this name. Similar: {count}.</source>
        <translation>这些名单上没有完全相同的名称。相似：{count} 个。</translation>
    </message>
    <message>
        <source>{register}: the page changed shape; not compared</source>
        <translation>{register}：网页格式有变，未作比对</translation>
    </message>
    <message>
        <source>Since {time} HKT. {reason}</source>
        <translation>自香港时间 {time} 起。{reason}</translation>
    </message>
    <message>
        <source>View raw</source>
        <translation>查看原文</translation>
    </message>
    <message>
        <source>What is new is told, what is gone is not: two layouts cannot be compared.</source>
        <translation>会通知新增的记录，不会通知消失的记录：两种格式无法比对。</translation>
    </message>
    <message>
        <source>Accept as new layout</source>
        <translation>接受为新格式</translation>
    </message>
    <message>
        <source>Nothing on this page can be read as a register.</source>
        <translation>此网页没有可读取为登记册的内容。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>牌照</translation>
    </message>
    <message>
        <source>Views of the licences</source>
        <translation>牌照视图</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>Check a name</source>
        <translation>核对名称</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选记录</translation>
    </message>
    <message>
        <source>Filter by name, number or platform</source>
        <translation>按名称、编号或平台筛选</translation>
    </message>
    <message>
        <source>Rows of the registers</source>
        <translation>登记册记录</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Selected rows for a spreadsheet (Ctrl+C)</source>
        <translation>复制所选记录，供电子表格使用（Ctrl+C）</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the rows shown</source>
        <translation>保存所示记录</translation>
    </message>
    <message>
        <source>All lists ({count})</source>
        <translation>全部名单（{count}）</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
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
        <translation>没有记录包含这些词语。</translation>
    </message>
    <message>
        <source>To look over former names too, check the name.</source>
        <translation>如要一并查阅曾用名称，请使用“核对名称”。</translation>
    </message>
    <message>
        <source>They are asked at the next poll.</source>
        <translation>下次检查时会查询。</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Whose timeline</source>
        <translation>时间线对象</translation>
    </message>
    <message>
        <source>Licensed platforms over time; dashed before hkwatch looked itself</source>
        <translation>持牌平台数量走势；虚线为 hkwatch 自行观察之前</translation>
    </message>
    <message>
        <source>◇ not from hkwatch&apos;s own observation</source>
        <translation>◇ 并非 hkwatch 自行观察所得</translation>
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
        <translation>事项</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>资料来源</translation>
    </message>
    <message>
        <source>Nothing is known of it.</source>
        <translation>没有相关资料。</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>不晚于 {day}</translation>
    </message>
    <message>
        <source>public facts</source>
        <translation>公开资料</translation>
    </message>
    <message>
        <source>seen by hkwatch</source>
        <translation>hkwatch 观察所得</translation>
    </message>
    <message>
        <source>The page was too large to keep</source>
        <translation>网页太大，没有保留</translation>
    </message>
    <message>
        <source>{register}: the page as it came</source>
        <translation>{register}：网页原文</translation>
    </message>
    <message>
        <source>The layout was not accepted</source>
        <translation>未能接受新格式</translation>
    </message>
    <message>
        <source>Compared with the new layout from now on</source>
        <translation>此后按新格式比对</translation>
    </message>
    <message>
        <source>Save the rows as CSV</source>
        <translation>将记录保存为 CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The rows were not saved</source>
        <translation>记录未能保存</translation>
    </message>
    <message>
        <source>The rows are saved</source>
        <translation>记录已保存</translation>
    </message>
    <message>
        <source>Deemed licensed</source>
        <translation>当作获发牌</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类别</translation>
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
        <translation>尚未读取任何登记册</translation>
    </message>
    <message>
        <source>as of {time} HKT</source>
        <translation>截至香港时间 {time}</translation>
    </message>
    <message>
        <source>{list}, from public facts; not from hkwatch&apos;s own observation</source>
        <translation>{list}，根据公开资料，并非 hkwatch 自行观察所得</translation>
    </message>
    <message>
        <source>no longer on the list “{list}”, {checked}</source>
        <translation>已不在“{list}”名单上，{checked}</translation>
    </message>
    <message>
        <source>on the list “{list}”, {checked}</source>
        <translation>在“{list}”名单上，{checked}</translation>
    </message>
    <message>
        <source>formerly {name} · {state}</source>
        <translation>曾用名 {name} · {state}</translation>
    </message>
    <message>
        <source>Only similar to its site {site}, not the same</source>
        <translation>只与其网站 {site} 相似，并不相同</translation>
    </message>
    <message>
        <source>{site} is its own site, from public facts</source>
        <translation>{site} 是其自己的网站（据公开资料）</translation>
    </message>
    <message>
        <source>Same name or number</source>
        <translation>名称或编号相同</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名称部分相符</translation>
    </message>
    <message>
        <source>Only similar ({percent} %): not proof that it is the same</source>
        <translation>仅为相似（{percent} %）：不足以证明相同</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open {host} in the browser?</source>
        <translation>是否在浏览器中打开 {host}？</translation>
    </message>
    <message>
        <source>The link leads away from the publishers that are watched here. The whole address:</source>
        <translation>此链接不属于所监测的发布者。完整网址：</translation>
    </message>
    <message>
        <source>Always for {host}</source>
        <translation>始终打开 {host}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ListFoot</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LogCard</name>
    <message>
        <source>Last polls</source>
        <translation>最近的检查记录</translation>
    </message>
    <message>
        <source>View body</source>
        <translation>查看原文</translation>
    </message>
    <message>
        <source>What the source answered last, as it came</source>
        <translation>来源上次响应的原文</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>State, address and log as text, for somebody who is asked for help</source>
        <translation>以文字复制状态、网址和记录，供协助者参考</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>Last polls, newest first</source>
        <translation>最近的检查记录，由新到旧</translation>
    </message>
</context>
<context>
    <name>LoginEntry</name>
    <message>
        <source>A Flatpak cannot. Add the command {command} to what your desktop starts at login.</source>
        <translation>Flatpak 版本无法设置。请将命令 {command} 加入桌面环境的登录启动项。</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bring up now</source>
        <translation>立即重开窗口</translation>
    </message>
    <message>
        <source>The new text size holds once the window has come up anew.</source>
        <translation>新的文字大小在重开窗口后生效。</translation>
    </message>
    <message>
        <source>Standard widths</source>
        <translation>标准列宽</translation>
    </message>
    <message>
        <source>Columns of tables stay as you drag them, in each window; a right click on a head resets one table</source>
        <translation>各窗口的表格列保持您拖动后的样子；右键点击标题可恢复该表格</translation>
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
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>已撤销：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Everything here is read</source>
        <translation>此处全部已读</translation>
    </message>
    <message>
        <source>Marked read</source>
        <translation>已标为已读</translation>
    </message>
    <message>
        <source>Marked unread</source>
        <translation>已标为未读</translation>
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
        <translation>已确认</translation>
    </message>
    <message>
        <source>Acknowledgement taken back</source>
        <translation>已撤回确认</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>已取消归档</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>备注已保存</translation>
    </message>
    <message>
        <source>{0} marked read</source>
        <translation>已将 {0}标为已读</translation>
    </message>
    <message>
        <source>{0} marked unread</source>
        <translation>已将 {0}标为未读</translation>
    </message>
    <message>
        <source>{0} starred</source>
        <translation>已为 {0}加星</translation>
    </message>
    <message>
        <source>Star removed from {0}</source>
        <translation>已取消 {0}的加星</translation>
    </message>
    <message>
        <source>{0} acknowledged</source>
        <translation>已确认 {0}</translation>
    </message>
    <message>
        <source>Acknowledgement of {0} taken back</source>
        <translation>已撤回 {0}的确认</translation>
    </message>
    <message>
        <source>{0} archived</source>
        <translation>已归档 {0}</translation>
    </message>
    <message>
        <source>{0} taken out of the archive</source>
        <translation>已取消归档 {0}</translation>
    </message>
    <message>
        <source>Note saved for {0}</source>
        <translation>已保存 {0}的备注</translation>
    </message>
    <message>
        <source>1 item chosen</source>
        <translation>已选取 1 条</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已选取 {0}</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制为行</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>已复制 1 行</translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation>已复制 {0} 行</translation>
    </message>
    <message>
        <source>A spreadsheet takes them as cells.</source>
        <translation>可粘贴到电子表格的单元格。</translation>
    </message>
    <message>
        <source>{0} links copied</source>
        <translation>已复制 {0} 个链接</translation>
    </message>
</context>
<context>
    <name>MoveBanner</name>
    <message>
        <source>{0} says it has moved to a new address.</source>
        <translation>{0} 表示已迁至新网址。</translation>
    </message>
    <message>
        <source>{0} sources say they have moved to new addresses.</source>
        <translation>{0} 个来源表示已迁移。</translation>
    </message>
    <message>
        <source>Use the new address, or keep the old one.</source>
        <translation>请选用新网址或保留旧网址。</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
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
        <translation>同类标题</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Words in headlines</source>
        <translation>标题词语</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Nothing is muted. An item&apos;s menu mutes its story, or headlines like it.</source>
        <translation>没有静音内容。可在条目菜单中将其事件或同类标题静音。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Headlines with</source>
        <translation>标题含</translation>
    </message>
    <message>
        <source>words, such as weekly digest</source>
        <translation>词语，例如：每周摘要</translation>
    </message>
    <message>
        <source>Words of headlines to mute</source>
        <translation>要静音的标题词语</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NewPill</name>
    <message>
        <source>%n new</source>
        <translation>%n 条新内容</translation>
    </message>
    <message>
        <source>%n new — press {key} to show</source>
        <translation>%n 条新内容，按 {key} 显示</translation>
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
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开其网页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Asking pypi.org…</source>
        <translation>正在查询 pypi.org…</translation>
    </message>
    <message>
        <source>It could not be found out</source>
        <translation>未能查询</translation>
    </message>
    <message>
        <source>hkwatch {0} is there</source>
        <translation>hkwatch {0} 已发布</translation>
    </message>
    <message>
        <source>You have {0}. Install it the way you installed this one; what is stored stays.</source>
        <translation>您的版本为 {0}。请用原来的方式安装；已存储的数据会保留。</translation>
    </message>
    <message>
        <source>You have the newest version</source>
        <translation>已是最新版本</translation>
    </message>
    <message>
        <source>hkwatch {0}; pypi.org names {1}.</source>
        <translation>hkwatch {0}；pypi.org 上为 {1}。</translation>
    </message>
    <message>
        <source>You have hkwatch {0}</source>
        <translation>您的版本为 hkwatch {0}</translation>
    </message>
    <message>
        <source>Check asks pypi.org once which version is the newest. hkwatch never does so by itself, and nothing else is sent.</source>
        <translation>点击“检查”会向 pypi.org 查询一次最新版本。hkwatch 不会自行查询，也不会发送其他信息。</translation>
    </message>
</context>
<context>
    <name>NewsWindow</name>
    <message>
        <source>What is new</source>
        <translation>新版内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NextDeadline</name>
    <message>
        <source>Next deadline</source>
        <translation>下一个截止日期</translation>
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
        <translation>确认并加备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was decided, who was told…</source>
        <translation>决定事项、已告知何人…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it. Found again with has:note.</source>
        <translation>按 Ctrl+Enter 保存。可用 has:note 搜索。</translation>
    </message>
</context>
<context>
    <name>NoticeLog</name>
    <message>
        <source>Notices are shown in the window: {cause}</source>
        <translation>通知在窗口内显示：{cause}</translation>
    </message>
    <message>
        <source>Price alert</source>
        <translation>价格提示</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监测</translation>
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
        <translation>尚未发出通知。</translation>
    </message>
    <message>
        <source>Time (HKT)</source>
        <translation>香港时间</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Open item</source>
        <translation>打开条目</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Hold notices back outside office hours</source>
        <translation>办公时间以外暂缓通知</translation>
    </message>
    <message>
        <source>Held and told afterwards as in quiet hours, which hold beside them. Hong Kong time; critical notices pass where they pass in quiet hours.</source>
        <translation>如安静时段般暂缓，之后合并通知；安静时段同时有效。以香港时间计算；紧急通知按安静时段的设置处理。</translation>
    </message>
    <message>
        <source>Hong Kong’s general holidays are days off</source>
        <translation>香港公众假期为休息日</translation>
    </message>
    <message>
        <source>Office open on: {day}</source>
        <translation>办公日：{day}</translation>
    </message>
    <message>
        <source>Office opens: {day}</source>
        <translation>开始办公：{day}</translation>
    </message>
    <message>
        <source>Office closes: {day}</source>
        <translation>结束办公：{day}</translation>
    </message>
    <message>
        <source>{day}: the office must close after it opens.</source>
        <translation>{day}：结束时间必须晚于开始时间。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Send a test: {way}</source>
        <translation>发送测试：{way}</translation>
    </message>
    <message>
        <source>Sound of level {level}</source>
        <translation>“{level}”的声音</translation>
    </message>
    <message>
        <source>Repeat critical notices</source>
        <translation>重复紧急通知</translation>
    </message>
    <message>
        <source>Every five minutes with their sound, until they are acknowledged, opened or dismissed</source>
        <translation>每五分钟连同声音重复，直到确认、打开或关闭</translation>
    </message>
    <message>
        <source>What would have popped up is told afterwards as one; the inbox has it all at once</source>
        <translation>原应弹出的通知在之后合并发出；收件箱则立即收到全部</translation>
    </message>
    <message>
        <source>Hold notices back</source>
        <translation>暂缓通知</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始时间</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束时间</translation>
    </message>
    <message>
        <source>Hong Kong time</source>
        <translation>香港时间</translation>
    </message>
    <message>
        <source>this computer’s time</source>
        <translation>这台电脑的时间</translation>
    </message>
    <message>
        <source>Clock of quiet hours</source>
        <translation>免打扰时段的时间基准</translation>
    </message>
    <message>
        <source>From, until</source>
        <translation>从、至</translation>
    </message>
    <message>
        <source>On</source>
        <translation>适用日</translation>
    </message>
    <message>
        <source>Critical notices pass</source>
        <translation>紧急通知例外</translation>
    </message>
    <message>
        <source>They are told although it is quiet</source>
        <translation>免打扰期间仍会通知</translation>
    </message>
    <message>
        <source>Its do not disturb (KDE, dunst), and full-screen windows on X11. Other systems hold pop-ups back themselves.</source>
        <translation>即其勿扰功能（KDE、dunst），以及 X11 的全屏窗口。其他系统会自行暂缓弹出通知。</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>跟随桌面环境</translation>
    </message>
    <message>
        <source>Quiet hours begin on: {day}</source>
        <translation>免打扰时段开始日：{day}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{row}: the badge does not count them</source>
        <translation>{row}：不计入系统托盘数字</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>紧急</translation>
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
        <translation>价格提示</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Register changes</source>
        <translation>登记册变动</translation>
    </message>
    <message>
        <source>Watch broken</source>
        <translation>监测中断</translation>
    </message>
    <message>
        <source>At most six pop up in an hour, the rest comes as one</source>
        <translation>每小时最多弹出六个，其余合并通知</translation>
    </message>
    <message>
        <source>A firing is logged in any case</source>
        <translation>触发均会记录</translation>
    </message>
    <message>
        <source>Reminders, and a last day that moves</source>
        <translation>提醒，以及截止日期有变</translation>
    </message>
    <message>
        <source>Of level High and above; others go by their level</source>
        <translation>级别为重要及以上者；其他按其级别通知</translation>
    </message>
    <message>
        <source>A source that cannot be read</source>
        <translation>来源无法读取</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>弹出通知</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Tray badge</source>
        <translation>系统托盘数字</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>弹出通知</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}及{other}</translation>
    </message>
    <message>
        <source>by {ways}</source>
        <translation>通过{ways}</translation>
    </message>
    <message>
        <source>Told {time} HKT</source>
        <translation>香港时间 {time} 已通知</translation>
    </message>
    <message>
        <source>{told} {by}</source>
        <translation>{told}（{by}）</translation>
    </message>
    <message>
        <source>Snoozed until {time}</source>
        <translation>已推迟到 {time} 再提醒</translation>
    </message>
    <message>
        <source>Waits: nobody can show it</source>
        <translation>等待中：无法显示</translation>
    </message>
    <message>
        <source>Waits to be told</source>
        <translation>等待通知</translation>
    </message>
    <message>
        <source>Held while it is quiet</source>
        <translation>免打扰期间暂缓</translation>
    </message>
    <message>
        <source>May not have been shown</source>
        <translation>可能没有显示</translation>
    </message>
    <message>
        <source>Told together with others</source>
        <translation>已与其他通知合并发出</translation>
    </message>
    <message>
        <source>Switched off in the settings</source>
        <translation>已在设置中关闭</translation>
    </message>
    <message>
        <source>{state} · repeated once</source>
        <translation>{state} · 已重复 1 次</translation>
    </message>
    <message>
        <source>{state} · repeated {count} times</source>
        <translation>{state} · 已重复 {count} 次</translation>
    </message>
    <message>
        <source>Dealt with before it could be told</source>
        <translation>通知前已处理</translation>
    </message>
    <message>
        <source>Over before it could be told</source>
        <translation>通知前已结束</translation>
    </message>
    <message>
        <source>Not shown: {cause}</source>
        <translation>没有显示：{cause}</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已推迟提醒</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Timed out on the screen</source>
        <translation>显示超时</translation>
    </message>
    <message>
        <source>Withdrawn: read in the window</source>
        <translation>已撤回：已在窗口阅读</translation>
    </message>
    <message>
        <source>Shown; the notification daemon ended</source>
        <translation>已显示；通知服务随后已结束</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{state} {by}</source>
        <translation>{state}（{by}）</translation>
    </message>
    <message>
        <source>this system has no way to notify</source>
        <translation>此系统没有通知方式</translation>
    </message>
    <message>
        <source>no window and no tray to show it in</source>
        <translation>没有可显示的窗口或系统托盘</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无声</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>钟声</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>See how a notification looks here</source>
        <translation>查看通知在此的样式</translation>
    </message>
</context>
<context>
    <name>OpenHosts</name>
    <message>
        <source>Host to trust</source>
        <translation>信任的主机</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Links that open without asking</source>
        <translation>无需询问即打开的链接</translation>
    </message>
    <message>
        <source>None yet: only the publishers’ links open at once.</source>
        <translation>暂无：只有发布者自己的链接会直接打开。</translation>
    </message>
    <message>
        <source>{0} is no host. Write it as example.com.</source>
        <translation>{0} 不是主机名。请写成 example.com 的形式。</translation>
    </message>
    <message>
        <source>{0} is in the list already.</source>
        <translation>{0} 已在列表中。</translation>
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
        <translation>这是测试。</translation>
    </message>
    <message>
        <source>This desktop has no notification service; hkwatch will use its tray icon.</source>
        <translation>此桌面没有通知服务；hkwatch 会使用系统托盘图标。</translation>
    </message>
    <message>
        <source>The backup is restored: {0} items.</source>
        <translation>已还原备份：{0} 个条目。</translation>
    </message>
    <message>
        <source>The other settings of this file are taken over.</source>
        <translation>已应用此文件中的其他设置。</translation>
    </message>
    <message>
        <source>The feeds of this file are shown once hkwatch has started.</source>
        <translation>hkwatch 启动后会显示此文件中的订阅源。</translation>
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
        <translation>视图</translation>
    </message>
    <message>
        <source>saved search</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Search actions, views, sources, settings and titles</source>
        <translation>搜索操作、视图、来源、设置及标题</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配结果</translation>
    </message>
</context>
<context>
    <name>PaletteHolder</name>
    <message>
        <source>The search history was not changed</source>
        <translation>搜索记录没有更改</translation>
    </message>
</context>
<context>
    <name>PictureFeed</name>
    <message>
        <source>it could not be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>Load 1 image from {host}</source>
        <translation>从 {host} 加载 1 张图片</translation>
    </message>
    <message>
        <source>Load {count} images from {host}</source>
        <translation>从 {host} 加载 {count} 张图片</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>加载中…</translation>
    </message>
    <message>
        <source>{count} not loaded: {why}</source>
        <translation>{count} 张未能加载：{why}</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Open item</source>
        <translation>打开条目</translation>
    </message>
    <message>
        <source>Earlier item</source>
        <translation>较早的条目</translation>
    </message>
    <message>
        <source>Later item</source>
        <translation>较后的条目</translation>
    </message>
</context>
<context>
    <name>PinRail</name>
    <message>
        <source>Flagged items on the chart</source>
        <translation>图表上已标记的条目</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 条</translation>
    </message>
</context>
<context>
    <name>PinWords</name>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>larger than {percent} of the last year’s moves in {length}</source>
        <translation>大于过去 1 年 {percent} 的 {length}涨跌</translation>
    </message>
    <message>
        <source>smaller than {percent} of the last year’s moves in {length}</source>
        <translation>小于过去 1 年 {percent} 的 {length}涨跌</translation>
    </message>
    <message>
        <source>no price is stored for then</source>
        <translation>当时没有已存价格</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>first seen {time} HKT</source>
        <translation>{time} 首次发现（香港时间）</translation>
    </message>
    <message>
        <source>Timing only: what the price did after this was seen here, not why.</source>
        <translation>仅反映时间先后：首次发现后的价格变动，并非原因。</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>1H</source>
        <translation>1时</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24H</source>
        <translation>24时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7D</source>
        <translation>7日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30D</source>
        <translation>30日</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
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
        <translation>图表时段</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>K 线</translation>
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
        <translation>预览：请输入规则的条件</translation>
    </message>
    <message>
        <source>Looking through the stored items…</source>
        <translation>正在查找已存储的条目…</translation>
    </message>
    <message>
        <source>{0} of {1} stored items match</source>
        <translation>{1} 条已存储的条目中 {0} 条匹配</translation>
    </message>
    <message>
        <source>{0} only because of «{1}»</source>
        <translation>{0} 条仅因“{1}”匹配</translation>
    </message>
    <message>
        <source>Should not match</source>
        <translation>不应匹配</translation>
    </message>
    <message>
        <source>Should match</source>
        <translation>应匹配</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>No word of this headline tells it from the others. Change the conditions by hand.</source>
        <translation>此标题没有可与其他条目区分的词语。请自行修改条件。</translation>
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
        <translation>也会失去另外 1 条</translation>
    </message>
    <message>
        <source>{0} other items would be lost too</source>
        <translation>也会失去另外 {0} 条</translation>
    </message>
    <message>
        <source>no other item shown is lost</source>
        <translation>不会失去所示的其他条目</translation>
    </message>
    <message>
        <source>1 other item would match too</source>
        <translation>另外 1 条也会匹配</translation>
    </message>
    <message>
        <source>{0} other items would match too</source>
        <translation>另外 {0} 条也会匹配</translation>
    </message>
    <message>
        <source>no other item shown comes in</source>
        <translation>不会加入所示的其他条目</translation>
    </message>
    <message>
        <source>Preview on stored items</source>
        <translation>用已存储的条目预览</translation>
    </message>
    <message>
        <source>Enter marks a row as right or wrong</source>
        <translation>按 Enter 标记该条是否应匹配</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Dismiss the proposal</source>
        <translation>不采用建议</translation>
    </message>
</context>
<context>
    <name>PriceChart</name>
    <message>
        <source>Candles</source>
        <translation>K 线</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Whole span</source>
        <translation>整个时段</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Export prices…</source>
        <translation>导出价格…</translation>
    </message>
    <message>
        <source>Price chart</source>
        <translation>价格图</translation>
    </message>
</context>
<context>
    <name>PriceExport</name>
    <message>
        <source>No prices of these days are stored in this step.</source>
        <translation>所选日期没有此间隔的价格。</translation>
    </message>
    <message>
        <source>{0} prices exported</source>
        <translation>已导出 {0} 条价格</translation>
    </message>
    <message>
        <source>Export prices</source>
        <translation>导出价格</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>PriceExportDialog</name>
    <message>
        <source>Export prices of {0}</source>
        <translation>导出 {0} 价格</translation>
    </message>
    <message>
        <source>US$ as CSV: start of each bar, open, high, low, close. Days are Hong Kong&apos;s.</source>
        <translation>美元 CSV：时段开始、开、高、低、收；按香港日期。</translation>
    </message>
    <message>
        <source>A bar an hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>A bar a minute, as far back as they are kept</source>
        <translation>每分钟（限保留期内）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To, inclusive</source>
        <translation>至（含当日）</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>The first day comes after the last.</source>
        <translation>开始日期晚于结束日期。</translation>
    </message>
</context>
<context>
    <name>PriceHead</name>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Hide the price panel</source>
        <translation>隐藏价格面板</translation>
    </message>
    <message>
        <source>Bitcoin</source>
        <translation>比特币</translation>
    </message>
    <message>
        <source>Ether</source>
        <translation>以太币</translation>
    </message>
    <message>
        <source>Waiting for the first price</source>
        <translation>等待首个价格</translation>
    </message>
    <message>
        <source>{count} sources, {percent} apart</source>
        <translation>{count} 个来源，相差 {percent}</translation>
    </message>
    <message>
        <source>{count} sources agree</source>
        <translation>{count} 个来源一致</translation>
    </message>
    <message>
        <source>2 sources</source>
        <translation>2 个来源</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 个来源</translation>
    </message>
    <message>
        <source>sources differ</source>
        <translation>来源不一致</translation>
    </message>
    <message>
        <source>sources differ by {percent}</source>
        <translation>来源相差 {percent}</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>cannot evaluate 1 alert</source>
        <translation>无法判断 1 个提示</translation>
    </message>
    <message>
        <source>cannot evaluate {count} alerts</source>
        <translation>无法判断 {count} 个提示</translation>
    </message>
    <message>
        <source>up {percent} in 24 hours</source>
        <translation>24 小时涨 {percent}</translation>
    </message>
    <message>
        <source>down {percent} in 24 hours</source>
        <translation>24 小时跌 {percent}</translation>
    </message>
    <message>
        <source>unchanged in 24 hours</source>
        <translation>24 小时持平</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计入</translation>
    </message>
    <message>
        <source>the middle of the peg band, at most 0.65 % off</source>
        <translation>联系汇率区间的中点，偏差最多 0.65 %</translation>
    </message>
    <message>
        <source>not counted: no valid price</source>
        <translation>不计：价格无效</translation>
    </message>
    <message>
        <source>not counted: bid above ask</source>
        <translation>不计：买价高于卖价</translation>
    </message>
    <message>
        <source>not counted: too old</source>
        <translation>不计：过时</translation>
    </message>
    <message>
        <source>not counted: no conversion rate</source>
        <translation>不计：缺兑换率</translation>
    </message>
    <message>
        <source>not counted: far from the others</source>
        <translation>不计：与其他相差太远</translation>
    </message>
    <message>
        <source>shown only</source>
        <translation>仅供参考</translation>
    </message>
    <message>
        <source>far from the consensus</source>
        <translation>与共识价相差太远</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无响应</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Asset</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>价格提示</translation>
    </message>
    <message>
        <source>On the chart</source>
        <translation>图表上的条目</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>新增提示</translation>
    </message>
    <message>
        <source>No price alerts. Point at the chart&apos;s axis to set one there.</source>
        <translation>没有价格提示。指向图表的价格轴即可设置。</translation>
    </message>
</context>
<context>
    <name>PriceStrip</name>
    <message>
        <source>Show the price panel</source>
        <translation>显示价格面板</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printed by hkwatch. The content belongs to its issuer.</source>
        <translation>由 hkwatch 打印。内容归其发布者所有。</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Hosts that were asked</source>
        <translation>曾查询的主机</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求次数</translation>
    </message>
    <message>
        <source>Last, HKT</source>
        <translation>上次（香港时间）</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Links that open without asking</source>
        <translation>无需询问即打开的链接</translation>
    </message>
    <message>
        <source>prices: {0}</source>
        <translation>价格：{0}</translation>
    </message>
    <message>
        <source>live prices: {0}</source>
        <translation>实时价格：{0}</translation>
    </message>
    <message>
        <source>pages, documents, messages</source>
        <translation>网页、文件、消息</translation>
    </message>
    <message>
        <source>exchange rate: {0}</source>
        <translation>汇率：{0}</translation>
    </message>
    <message>
        <source>{0} requests and connections in all.</source>
        <translation>请求和连接共 {0} 次。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>增加(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>减少(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>复制链接位置(&amp;L)</translation>
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
        <translation>免打扰</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until 08:00</source>
        <translation>至 08:00</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Views and sources</source>
        <translation>视图和来源</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Manage sources</source>
        <translation>管理来源</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
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
        <translation>稍后会再次查询。</translation>
    </message>
    <message>
        <source>Open it at the source.</source>
        <translation>请在来源网站打开。</translation>
    </message>
    <message>
        <source>A web page came where the PDF was due.</source>
        <translation>收到的是网页，不是 PDF。</translation>
    </message>
    <message>
        <source>What came is no PDF.</source>
        <translation>收到的不是 PDF。</translation>
    </message>
    <message>
        <source>The PDF can only be read with a password.</source>
        <translation>需要密码才能阅读此 PDF。</translation>
    </message>
    <message>
        <source>The PDF holds pictures of its pages and no text.</source>
        <translation>此 PDF 只有页面图像，没有文字。</translation>
    </message>
    <message>
        <source>The PDF is damaged.</source>
        <translation>此 PDF 已损坏。</translation>
    </message>
    <message>
        <source>The PDF needs more memory than it may use here.</source>
        <translation>此 PDF 所需的内存超出上限。</translation>
    </message>
    <message>
        <source>The PDF took too long to read.</source>
        <translation>读取此 PDF 耗时过长。</translation>
    </message>
    <message>
        <source>The part of hkwatch that reads PDFs could not be started.</source>
        <translation>无法启动 hkwatch 的 PDF 读取程序。</translation>
    </message>
    <message>
        <source>Install hkwatch again.</source>
        <translation>请重新安装 hkwatch。</translation>
    </message>
    <message>
        <source>first seen {time} HKT</source>
        <translation>{time} 首次发现（香港时间）</translation>
    </message>
    <message>
        <source>Published {date}, date only</source>
        <translation>{date} 发布（只有日期）</translation>
    </message>
    <message>
        <source>first seen {time}</source>
        <translation>{time} 首次发现</translation>
    </message>
    <message>
        <source>Published {time} HKT</source>
        <translation>{time} 发布（香港时间）</translation>
    </message>
    <message>
        <source>first seen {time}, {delay} later</source>
        <translation>{time} 首次发现，相隔 {delay}</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>{count} sources</source>
        <translation>{count} 个来源</translation>
    </message>
    <message>
        <source>title has</source>
        <translation>标题含</translation>
    </message>
    <message>
        <source>text has</source>
        <translation>正文含</translation>
    </message>
    <message>
        <source>source is</source>
        <translation>来源为</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Two languages side by side</source>
        <translation>两种语言并排</translation>
    </message>
    <message>
        <source>English title has</source>
        <translation>英文标题含</translation>
    </message>
    <message>
        <source>English text has</source>
        <translation>英文正文含</translation>
    </message>
    <message>
        <source>Chinese title has</source>
        <translation>中文标题含</translation>
    </message>
    <message>
        <source>Chinese text has</source>
        <translation>中文正文含</translation>
    </message>
</context>
<context>
    <name>ReaderFoot</name>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
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
        <translation>打开</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>存证</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
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
        <translation>尚未获取正文。</translation>
    </message>
    <message>
        <source>The text is not in the feed.</source>
        <translation>订阅源没有提供全文。</translation>
    </message>
    <message>
        <source>Open at the source</source>
        <translation>在来源网站打开</translation>
    </message>
    <message>
        <source>This item could not be read</source>
        <translation>无法读取此条目</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择条目</translation>
    </message>
    <message>
        <source>j and k move through the list.</source>
        <translation>按 j、k 在列表中移动。</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>阅读窗格</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>正文语言</translation>
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
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>在独立窗口中打开</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>PDF saved</source>
        <translation>PDF 已保存</translation>
    </message>
    <message>
        <source>The PDF was not saved</source>
        <translation>PDF 未能保存</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>It is not in the store any more.</source>
        <translation>数据库中已没有此条目。</translation>
    </message>
    <message>
        <source>The change was not stored</source>
        <translation>未能保存更改</translation>
    </message>
    <message>
        <source>This is no web address</source>
        <translation>这不是网址</translation>
    </message>
    <message>
        <source>Opening {0} in the browser</source>
        <translation>正在浏览器中打开 {0}</translation>
    </message>
    <message>
        <source>No browser answered</source>
        <translation>浏览器没有响应</translation>
    </message>
    <message>
        <source>The link was copied instead.</source>
        <translation>已改为复制链接。</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>已复制链接</translation>
    </message>
</context>
<context>
    <name>RecoveryWindow</name>
    <message>
        <source>The store failed its check.</source>
        <translation>数据库未能通过检查。</translation>
    </message>
    <message>
        <source>hkwatch’s database is damaged, so it was not opened. Nothing in it was changed.</source>
        <translation>hkwatch 的数据库已损坏，因此没有打开。其内容没有更改。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Open copy read-only</source>
        <translation>以只读方式打开备份</translation>
    </message>
    <message>
        <source>Export what is readable…</source>
        <translation>导出可读取的数据…</translation>
    </message>
    <message>
        <source>The copy takes the store’s place; the damaged file is kept beside the backups.</source>
        <translation>以备份替换数据库；损坏的文件会保留在备份旁。</translation>
    </message>
    <message>
        <source>To look things up. Nothing is watched and nothing can be changed.</source>
        <translation>供查阅之用。不会监测，也无法更改。</translation>
    </message>
    <message>
        <source>Every row that can still be read of the damaged store, as CSV and JSON.</source>
        <translation>将损坏数据库中仍可读取的每行数据存为 CSV 及 JSON。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>There is no good backup.</source>
        <translation>没有完好的备份。</translation>
    </message>
    <message>
        <source>Last good backup: {0} HKT ({1} items).</source>
        <translation>最近的完好备份：香港时间 {0}（{1} 个条目）。</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在还原…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Folder for what can be read</source>
        <translation>存放可读取数据的文件夹</translation>
    </message>
    <message>
        <source>Reading what can be read…</source>
        <translation>正在读取可读取的数据…</translation>
    </message>
    <message>
        <source>{0} items and {1} rows in all saved in {2}.</source>
        <translation>已将 {0} 个条目（共 {1} 行）保存到 {2}。</translation>
    </message>
    <message>
        <source>Unreadable places: {0}.</source>
        <translation>无法读取之处：{0}。</translation>
    </message>
</context>
<context>
    <name>RelatedStrip</name>
    <message>
        <source>Conclusions: {title}</source>
        <translation>咨询总结：{title}</translation>
    </message>
    <message>
        <source>Consultation: {title}</source>
        <translation>咨询：{title}</translation>
    </message>
    <message>
        <source>Press release: {title}</source>
        <translation>新闻稿：{title}</translation>
    </message>
    <message>
        <source>About the same entity, {publisher}: {title}</source>
        <translation>关于同一机构，{publisher}：{title}</translation>
    </message>
    <message>
        <source>Also issued by {publisher}: {title}</source>
        <translation>{publisher}也有发布：{title}</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every Friday</source>
        <translation>每周五</translation>
    </message>
    <message>
        <source>A sign of life once a day</source>
        <translation>每天发送运行通知</translation>
    </message>
    <message>
        <source>“18:30: 1,204 checks, 26 of 26 sources, nothing critical”, also a line of signs-of-life.txt in that folder</source>
        <translation>“18:30：检查 1,204 次，26 个来源全部正常，没有紧急事项”，同时写入该文件夹的 signs-of-life.txt</translation>
    </message>
    <message>
        <source>Sign of life at</source>
        <translation>运行通知时间</translation>
    </message>
    <message>
        <source>Hong Kong time</source>
        <translation>香港时间</translation>
    </message>
    <message>
        <source>Write a digest</source>
        <translation>生成摘要</translation>
    </message>
    <message>
        <source>Items, register changes, deadlines, prices and gaps as a file</source>
        <translation>将条目、登记册变动、截止日期、价格及监测缺口存为文件</translation>
    </message>
    <message>
        <source>Digest at</source>
        <translation>摘要时间</translation>
    </message>
    <message>
        <source>Digest as</source>
        <translation>摘要格式</translation>
    </message>
    <message>
        <source>Folder of the digests</source>
        <translation>摘要文件夹</translation>
    </message>
    <message>
        <source>digests, in the data folder</source>
        <translation>数据目录中的 digests 文件夹</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>定期报告</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>A link or command was refused</source>
        <translation>已拒绝链接或命令</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>已复制链接</translation>
    </message>
    <message>
        <source>The item of this link is not in the store</source>
        <translation>此链接的条目不在数据库中</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>无法读取数据库</translation>
    </message>
    <message>
        <source>The price alert of this link does not exist any more</source>
        <translation>此链接的价格提示已不存在</translation>
    </message>
</context>
<context>
    <name>RevisionStrip</name>
    <message>
        <source>Redline: removed words stand in [− −], added words in [+ +].</source>
        <translation>修订对照：删去的字词在 [− −] 内，加入的字词在 [+ +] 内。</translation>
    </message>
    <message>
        <source>Hide redline</source>
        <translation>隐藏修订对照</translation>
    </message>
    <message>
        <source>Show redline</source>
        <translation>显示修订对照</translation>
    </message>
    <message>
        <source>Revision to compare</source>
        <translation>要对照的版本</translation>
    </message>
    <message>
        <source>revision {number} of {count}</source>
        <translation>第 {number} 版，共 {count} 版</translation>
    </message>
    <message>
        <source>no word changed</source>
        <translation>没有字词改动</translation>
    </message>
    <message>
        <source>Edited by the publisher: {time} HKT.</source>
        <translation>发布者修订时间：{time}（香港时间）。</translation>
    </message>
    <message>
        <source>First seen in this wording: {time} HKT.</source>
        <translation>首次发现此版本：{time}（香港时间）。</translation>
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
        <translation>含任意一项</translation>
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
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Words, divided by commas</source>
        <translation>词语，以逗号分隔</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
</context>
<context>
    <name>RuleDetail</name>
    <message>
        <source>A rule&apos;s box switches it off and on. Enter edits one of your own.</source>
        <translation>复选框可启用或停用规则。按 Enter 编辑自定义规则。</translation>
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
        <translation>则 {0}</translation>
    </message>
    <message>
        <source>Its box switches it off and on; the change survives new versions of the pack.</source>
        <translation>复选框可启用或停用此规则；规则包更新后仍然有效。</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>{0}, taken out</source>
        <translation>{0}，已剔除</translation>
    </message>
    <message>
        <source>{0}, added by you</source>
        <translation>{0}，由您添加</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another word or phrase</source>
        <translation>另一词语或词组</translation>
    </message>
    <message>
        <source>Words of the list</source>
        <translation>列表词语</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Not saved.</source>
        <translation>未能保存。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Preview: correct the query marked red</source>
        <translation>预览：请更正标红的搜索条件</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>规则须有名称。</translation>
    </message>
    <message>
        <source>Say what the rule looks for.</source>
        <translation>请输入规则的条件。</translation>
    </message>
    <message>
        <source>Correct the query marked red.</source>
        <translation>请更正以红色标记的语法。</translation>
    </message>
    <message>
        <source>Also apply to what is stored (no notifications)</source>
        <translation>也应用于已存储的条目（不通知）</translation>
    </message>
    <message>
        <source>Also apply to what is stored: {0} match (no notifications)</source>
        <translation>也应用于已存储的条目：{0} 条匹配（不通知）</translation>
    </message>
    <message>
        <source>Rule: {0}</source>
        <translation>规则：{0}</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Press Esc again to leave without saving.</source>
        <translation>再按 Esc 即不保存并离开。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>规则的用途</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
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
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Rules (*.toml)</source>
        <translation>规则 (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>导出规则</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>title or text</source>
        <translation>标题或正文</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>is</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>comes with</source>
        <translation>附带内容</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>shipped rule</source>
        <translation>内置规则</translation>
    </message>
    <message>
        <source>firm</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>CE number</source>
        <translation>中央编号</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有发布者</translation>
    </message>
    <message>
        <source>official sources</source>
        <translation>官方来源</translation>
    </message>
    <message>
        <source>chosen publishers</source>
        <translation>所选发布者</translation>
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
        <translation>定为</translation>
    </message>
    <message>
        <source>as its level says</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终通知</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不通知</translation>
    </message>
    <message>
        <source>always notified</source>
        <translation>始终通知</translation>
    </message>
    <message>
        <source>never notified</source>
        <translation>从不通知</translation>
    </message>
    <message>
        <source>pinned on the chart</source>
        <translation>固定到图表</translation>
    </message>
    <message>
        <source>to be acknowledged</source>
        <translation>须确认</translation>
    </message>
    <message>
        <source>stops here</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>does nothing yet</source>
        <translation>暂无作用</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>主题：{0}</translation>
    </message>
    <message>
        <source>level at least {0}</source>
        <translation>级别最低为{0}</translation>
    </message>
    <message>
        <source>level at most {0}</source>
        <translation>级别最高为{0}</translation>
    </message>
    <message>
        <source>prepares others</source>
        <translation>供其他规则使用</translation>
    </message>
    <message>
        <source>is Hong Kong&apos;s</source>
        <translation>属香港</translation>
    </message>
    <message>
        <source>No hit in 180 days: still wanted?</source>
        <translation>180 天未触发：是否仍需要？</translation>
    </message>
    <message>
        <source>Holds of more than 30 % of items: too wide?</source>
        <translation>超过 30 % 的条目匹配：是否过宽？</translation>
    </message>
</context>
<context>
    <name>RulesController</name>
    <message>
        <source>Story muted</source>
        <translation>事件已静音</translation>
    </message>
    <message>
        <source>Headlines like this muted</source>
        <translation>同类标题已静音</translation>
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
        <translation>已静音</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the rules</source>
        <translation>正在读取规则</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>引擎启动中。</translation>
    </message>
    <message>
        <source>{0} of your own</source>
        <translation>{0} 条自定义</translation>
    </message>
    <message>
        <source>{0} shipped</source>
        <translation>{0} 条内置</translation>
    </message>
    <message>
        <source>{0} switched off</source>
        <translation>{0} 条已停用</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last change: {0}</source>
        <translation>撤销上次更改：{0}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Your own rules and your changes to the shipped ones as a file</source>
        <translation>把自定义规则及对内置规则的修改存为文件</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Search rules and words</source>
        <translation>搜索规则及词语</translation>
    </message>
</context>
<context>
    <name>RulesManager</name>
    <message>
        <source>“{0}” saved</source>
        <translation>已保存“{0}”</translation>
    </message>
    <message>
        <source>This window only reads.</source>
        <translation>此窗口为只读。</translation>
    </message>
    <message>
        <source>“{0}” deleted</source>
        <translation>已删除“{0}”</translation>
    </message>
    <message>
        <source>Shipped rule switched on</source>
        <translation>已启用内置规则</translation>
    </message>
    <message>
        <source>Shipped rule switched off</source>
        <translation>已停用内置规则</translation>
    </message>
    <message>
        <source>“{0}” switched on</source>
        <translation>已启用“{0}”</translation>
    </message>
    <message>
        <source>“{0}” switched off</source>
        <translation>已停用“{0}”</translation>
    </message>
    <message>
        <source>Word list changed</source>
        <translation>已更改词语列表</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>没有更改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>1 rule exported</source>
        <translation>已导出 1 条规则</translation>
    </message>
    <message>
        <source>{0} rules exported</source>
        <translation>已导出 {0} 条规则</translation>
    </message>
    <message>
        <source>The file was not used.</source>
        <translation>没有使用此文件。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>{0} new, {1} changed, {2} the same</source>
        <translation>{0} 条新增、{1} 条更改、{2} 条相同</translation>
    </message>
    <message>
        <source>{0} changes of shipped rules</source>
        <translation>{0} 项内置规则修改</translation>
    </message>
    <message>
        <source>Nothing to import:</source>
        <translation>没有可导入的内容：</translation>
    </message>
    <message>
        <source>all rules of the file are here already.</source>
        <translation>文件中的规则均已存在。</translation>
    </message>
    <message>
        <source>written with other versions: {0}</source>
        <translation>以其他版本写成：{0}</translation>
    </message>
    <message>
        <source>Import {0}?</source>
        <translation>是否导入（{0}）？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Rules imported</source>
        <translation>已导入规则</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Watched firms</source>
        <translation>关注公司</translation>
    </message>
    <message>
        <source>By any name, in English or Chinese, or by the CE number of the SFC’s register.</source>
        <translation>可用任何中英文名称，或香港证监会登记册的中央编号。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Manage rules…</source>
        <translation>管理规则…</translation>
    </message>
    <message>
        <source>Which words flag an item, and at which level</source>
        <translation>标记条目的词语及级别</translation>
    </message>
    <message>
        <source>Mutes…</source>
        <translation>静音…</translation>
    </message>
    <message>
        <source>What is kept quiet though a rule flags it</source>
        <translation>规则已标记但不通知的内容</translation>
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
        <translation>问题</translation>
    </message>
    <message>
        <source>rule files</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation>1 条规则</translation>
    </message>
    <message>
        <source>{0} rules</source>
        <translation>{0} 条规则</translation>
    </message>
    <message>
        <source>Your rules</source>
        <translation>自定义规则</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>None yet. “New rule” writes one.</source>
        <translation>尚无规则。点击“新建规则”创建。</translation>
    </message>
    <message>
        <source>Pack “{0}”</source>
        <translation>规则包“{0}”</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>经您更改</translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation>{0} 个词语</translation>
    </message>
    <message>
        <source>{0} changes by you</source>
        <translation>经您更改 {0} 处</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Last hit</source>
        <translation>上次触发</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>SavedController</name>
    <message>
        <source>The search was not saved</source>
        <translation>搜索未能保存</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>尚无可保存的搜索</translation>
    </message>
    <message>
        <source>Type a search first; the star in the box saves it.</source>
        <translation>请先输入搜索条件，再点击搜索栏内的星号保存。</translation>
    </message>
    <message>
        <source>“{0}” removed</source>
        <translation>已移除“{0}”</translation>
    </message>
    <message>
        <source>New items are told.</source>
        <translation>有新条目时通知。</translation>
    </message>
    <message>
        <source>It cannot be asked: {0}</source>
        <translation>无法搜索：{0}</translation>
    </message>
</context>
<context>
    <name>SavedLine</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Notify of new items</source>
        <translation>有新条目时通知</translation>
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
        <translation>可在此输入的内容</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>Edit saved search</source>
        <translation>编辑已保存的搜索</translation>
    </message>
    <message>
        <source>What the rail calls it</source>
        <translation>侧栏显示的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索条件</translation>
    </message>
    <message>
        <source>Notify me of new items in this view</source>
        <translation>此视图有新条目时通知我</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
        <translation>另存为新搜索</translation>
    </message>
    <message>
        <source>It asks what the price did afterwards. That is not known of a new item, so nothing is told.</source>
        <translation>此搜索以其后的价格变动为条件；新条目尚无此数据，因此不会通知。</translation>
    </message>
    <message>
        <source>Whatever their level, each once. What you muted stays silent.</source>
        <translation>不论级别，每条只通知一次。已静音的内容不会通知。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles and text, or type  {0}</source>
        <translation>搜索标题及正文，或输入  {0}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search language</source>
        <translation>搜索语法</translation>
    </message>
    <message>
        <source>Search language (F1)</source>
        <translation>搜索语法（F1）</translation>
    </message>
    <message>
        <source>Saved as “{0}” – edit</source>
        <translation>已保存为“{0}” – 编辑</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Search language</source>
        <translation>搜索语法</translation>
    </message>
    <message>
        <source>Click an example to try it. The line under the search box says how it was read.</source>
        <translation>点击示例即可试用。搜索栏下方会显示解读结果。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try {0}</source>
        <translation>试用 {0}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Kinds of document</source>
        <translation>文件类别</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>two words</source>
        <translation>两个词语</translation>
    </message>
    <message>
        <source>both occur, in title or text; 證監會 also finds 证监会</source>
        <translation>两者均出现于标题或正文；繁简互通</translation>
    </message>
    <message>
        <source>“a phrase”</source>
        <translation>“词组”</translation>
    </message>
    <message>
        <source>these words in this order</source>
        <translation>词语按此顺序出现</translation>
    </message>
    <message>
        <source>beginning*</source>
        <translation>开头*</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>以此开头的词语</translation>
    </message>
    <message>
        <source>one of the two</source>
        <translation>两者之一</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>排除此项</translation>
    </message>
    <message>
        <source>belongs together</source>
        <translation>视为一组</translation>
    </message>
    <message>
        <source>a,b</source>
        <translation>a,b</translation>
    </message>
    <message>
        <source>after a field: one of these</source>
        <translation>用于字段之后：其中之一</translation>
    </message>
    <message>
        <source>regular expression; i ignores case</source>
        <translation>正则表达式；i 表示不分大小写</translation>
    </message>
    <message>
        <source>words in the title only</source>
        <translation>仅限标题的词语</translation>
    </message>
    <message>
        <source>words in the text only</source>
        <translation>仅限正文的词语</translation>
    </message>
    <message>
        <source>publisher or source; reg: is the same</source>
        <translation>发布者或来源（同 reg:）</translation>
    </message>
    <message>
        <source>kind of document</source>
        <translation>文件类别</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>how much it matters</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>state and marks</source>
        <translation>状态及标记</translation>
    </message>
    <message>
        <source>what comes with it</source>
        <translation>附带内容</translation>
    </message>
    <message>
        <source>reference number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>the rule that flagged it</source>
        <translation>据以标记的规则</translation>
    </message>
    <message>
        <source>firm named in headline or opening, by any of its names</source>
        <translation>标题或开头提及的公司（任意名称）</translation>
    </message>
    <message>
        <source>CE number of a firm that is named</source>
        <translation>所提及公司的中央编号</translation>
    </message>
    <message>
        <source>language it exists in</source>
        <translation>已有的语言版本</translation>
    </message>
    <message>
        <source>day published, Hong Kong time</source>
        <translation>发布日期（香港时间）</translation>
    </message>
    <message>
        <source>when first seen here, Hong Kong time</source>
        <translation>首次发现的时间（香港时间）</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>bitcoin price in US$ when first seen</source>
        <translation>首次发现时的比特币价格（US$）</translation>
    </message>
    <message>
        <source>bitcoin move in the hour after</source>
        <translation>其后 1 小时的比特币涨跌</translation>
    </message>
    <message>
        <source>bitcoin move in the day after</source>
        <translation>其后 24 小时的比特币涨跌</translation>
    </message>
    <message>
        <source>where to look: the view, everywhere, the archive, what is muted</source>
        <translation>搜索范围：此视图、全部、归档、已静音</translation>
    </message>
    <message>
        <source>another order; a minus turns it round</source>
        <translation>更改排序；前置减号表示反向</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Save a diagnosis bundle…</source>
        <translation>保存诊断包…</translation>
    </message>
    <message>
        <source>Chinese typefaces</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Keep items</source>
        <translation>保留条目</translation>
    </message>
    <message>
        <source>Older ones are removed once a day, after the day’s backup. Always kept: flagged, starred, acknowledged and noted items, and all of level high and above.</source>
        <translation>较旧的条目每日备份后清除一次。始终保留：已标记、已加星、已确认及有备注的条目，以及所有级别为重要及以上的条目。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Everything stays on this computer, in one folder.</source>
        <translation>所有数据仅存于这台电脑的同一文件夹。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Test restore</source>
        <translation>测试还原</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>清除全部数据…</translation>
    </message>
    <message>
        <source>Remind me when so many working days are left</source>
        <translation>剩余以下工作日时提醒我</translation>
    </message>
    <message>
        <source>0 is the last day itself; with none ticked nothing reminds</source>
        <translation>0 即截止当天；全不勾选则不提醒</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Working days are Hong Kong’s: Saturdays, Sundays and general holidays are none.</source>
        <translation>按香港工作日计算：周六、周日及公众假期除外。</translation>
    </message>
    <message>
        <source>Calendar of working days</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Hong Kong time (HKT)</source>
        <translation>香港时间（HKT）</translation>
    </message>
    <message>
        <source>This computer’s time</source>
        <translation>此电脑的时间</translation>
    </message>
    <message>
        <source>As in the language</source>
        <translation>按语言习惯</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Keep watching in the tray</source>
        <translation>在系统托盘继续监测</translation>
    </message>
    <message>
        <source>Quit hkwatch</source>
        <translation>退出 hkwatch</translation>
    </message>
    <message>
        <source>As soon as it is shown</source>
        <translation>一显示即为已读</translation>
    </message>
    <message>
        <source>After a time on the screen</source>
        <translation>显示一段时间后</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>仅手动标记</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Of the window and of notifications</source>
        <translation>窗口和通知的语言</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In lists and the reader; evidence, exports, alerts and the chart keep Hong Kong time, and so do days</source>
        <translation>用于列表和阅读窗格；证据、导出、提示、图表和日子一律用香港时间</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Everywhere in the window</source>
        <translation>用于整个窗口</translation>
    </message>
    <message>
        <source>Keep watching without a tray</source>
        <translation>没有系统托盘时继续监测</translation>
    </message>
    <message>
        <source>Where there is no tray, closing the window otherwise quits. Starting hkwatch again shows it.</source>
        <translation>否则在没有系统托盘的环境，关闭窗口即退出程序。再次启动 hkwatch 便会显示窗口。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>在系统托盘启动，不打开窗口</translation>
    </message>
    <message>
        <source>Open hkwatch:// links</source>
        <translation>打开 hkwatch:// 链接</translation>
    </message>
    <message>
        <source>A link to an item, as Copy hkwatch link makes it, opens here</source>
        <translation>用“复制 hkwatch 链接”生成的条目链接会在此打开</translation>
    </message>
    <message>
        <source>An item becomes read</source>
        <translation>项目何时变为已读</translation>
    </message>
    <message>
        <source>Only in the window that is in use; by hand at any time</source>
        <translation>仅限正在使用的窗口；随时可手动标记</translation>
    </message>
    <message>
        <source>Time until it is read</source>
        <translation>变为已读所需时间</translation>
    </message>
    <message>
        <source>Without interruption; holds where an item becomes read after a time</source>
        <translation>须持续显示；适用于显示一段时间后变为已读</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Stands in the audit journal beside the name of your account, from the next acknowledgement on</source>
        <translation>自下次确认起，与账户名称一并记入审计日志</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>In the tray hkwatch goes on watching and notifying</source>
        <translation>hkwatch 会在系统托盘继续监测并发出通知</translation>
    </message>
    <message>
        <source>There is no tray here: it goes on unseen, and starting it again shows the window.</source>
        <translation>此处没有系统托盘：hkwatch 会在后台运行，再次启动即可显示窗口。</translation>
    </message>
    <message>
        <source>There is no tray here, so hkwatch quits. The next option changes that.</source>
        <translation>此处没有系统托盘，因此 hkwatch 会退出。下一选项可更改此行为。</translation>
    </message>
    <message>
        <source>When I close the window</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Search history</source>
        <translation>搜索记录</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>恢复默认值：{0}</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue up, orange down</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light or dark grounds in all windows</source>
        <translation>所有窗口采用浅色或深色背景</translation>
    </message>
    <message>
        <source>Price colours</source>
        <translation>涨跌颜色</translation>
    </message>
    <message>
        <source>▲ and ▼ are always there too</source>
        <translation>▲ 和 ▼ 始终显示</translation>
    </message>
    <message>
        <source>Two lines a row</source>
        <translation>每条分两行</translation>
    </message>
    <message>
        <source>A wide window always has them</source>
        <translation>宽窗口一律分两行</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Texts and all that stands around them; the window comes up anew for it, where it was</source>
        <translation>文字及其周围的一切；窗口会重新打开并回到原处</translation>
    </message>
    <message>
        <source>Text size in the reader</source>
        <translation>阅读窗格的文字大小</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl − change it there, too</source>
        <translation>也可在阅读窗格按 Ctrl + 及 Ctrl − 更改</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>A level always names the rule that set it.</source>
        <translation>级别始终注明由哪条规则设置。</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>US$ and HK$</source>
        <translation>美元及港元</translation>
    </message>
    <message>
        <source>US$ only</source>
        <translation>仅美元</translation>
    </message>
    <message>
        <source>HK$ first</source>
        <translation>先列港元</translation>
    </message>
    <message>
        <source>Watch prices</source>
        <translation>监测价格</translation>
    </message>
    <message>
        <source>Without it no venue is asked, and price alerts rest</source>
        <translation>关闭后不查询交易平台，价格提示也会暂停</translation>
    </message>
    <message>
        <source>What is priced</source>
        <translation>报价资产</translation>
    </message>
    <message>
        <source>All that a venue of the catalogue quotes can be chosen; alerts on others rest</source>
        <translation>可选目录中交易平台有报价的资产；其他资产的提示会暂停</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>货币单位</translation>
    </message>
    <message>
        <source>In the price panel; the HK$ rate and who states it stand with the venues</source>
        <translation>用于价格面板；港元汇率及其来源与交易平台一同列出</translation>
    </message>
    <message>
        <source>Look at the venues every</source>
        <translation>查询交易平台的间隔</translation>
    </message>
    <message>
        <source>Shorter is not better: publishers limit how often they may be asked</source>
        <translation>并非越短越好：平台限制查询次数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Live prices</source>
        <translation>实时价格</translation>
    </message>
    <message>
        <source>Keeps connections to five venues open; prices then change every two seconds</source>
        <translation>与五个交易平台保持连接；价格每两秒更新一次</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Several venues are compared; one that disagrees or is late does not count.</source>
        <translation>比较多个交易平台；价格有异或延迟者不计算在内。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>hkwatch sends nothing about you to anybody: there is no telemetry and nothing to switch off. It only asks the publishers and venues below, and pages that you open go to your browser.</source>
        <translation>hkwatch 不会向任何人发送关于您的信息：没有遥测，也无需关闭任何功能。程序只查询下列发布者及交易平台；您打开的网页交由浏览器处理。</translation>
    </message>
    <message>
        <source>Hosts that were asked</source>
        <translation>曾查询的主机</translation>
    </message>
    <message>
        <source>Links that open without asking</source>
        <translation>无需询问即打开的链接</translation>
    </message>
    <message>
        <source>Flag licences outside Hong Kong too</source>
        <translation>也标记香港以外的牌照</translation>
    </message>
    <message>
        <source>Stored items are flagged anew; nothing is notified for it</source>
        <translation>已存储的条目会重新标记；不会因此发出通知</translation>
    </message>
    <message>
        <source>Rules and levels</source>
        <translation>规则及级别</translation>
    </message>
    <message>
        <source>Rules set the levels low, normal and high. Critical comes on top: an item of level high that names a watched firm, takes a row off a register, or has three working days left.</source>
        <translation>规则设置次要、一般及重要级别。紧急另计：级别为重要，并提及关注公司、从登记册移除一行，或剩余三个工作日的条目。</translation>
    </message>
    <message>
        <source>Watched firms</source>
        <translation>关注公司</translation>
    </message>
    <message>
        <source>Manage rules…</source>
        <translation>管理规则…</translation>
    </message>
    <message>
        <source>Mutes…</source>
        <translation>静音…</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Single keys work in the list and the reader, never while you type.</source>
        <translation>单键只在列表和阅读窗格有效，输入文字时无效。</translation>
    </message>
    <message>
        <source>All keys…</source>
        <translation>所有快捷键…</translation>
    </message>
    <message>
        <source>Check less often on battery or a metered connection</source>
        <translation>使用电池或按流量计费的连接时减少检查</translation>
    </message>
    <message>
        <source>The status bar says so while it does; official sources in busy hours are slowed down least</source>
        <translation>期间状态栏会注明；官方来源在繁忙时段减慢最少</translation>
    </message>
    <message>
        <source>Proxy of all requests</source>
        <translation>所有请求的代理服务器</translation>
    </message>
    <message>
        <source>“direct” for none; a source’s own goes before. Live prices go past it.</source>
        <translation>填“direct”即不使用；来源自己的设置优先。实时价格不经代理。</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Not used: write http://host:port or socks5://host:port, without name and password.</source>
        <translation>未采用：请写成 http://host:port 或 socks5://host:port，不含用户名和密码。</translation>
    </message>
    <message>
        <source>Said to publishers</source>
        <translation>向发布者表明</translation>
    </message>
    <message>
        <source>Stands in brackets after “hkwatch” and its version in every request, such as an address to write to</source>
        <translation>在每个请求中放在“hkwatch”及版本之后的括号里，例如联系地址</translation>
    </message>
    <message>
        <source>Not used: only Latin letters, digits and signs, no brackets.</source>
        <translation>未采用：只能用英文字母、数字和符号，不能用括号。</translation>
    </message>
    <message>
        <source>Follow a source that moved for good by itself</source>
        <translation>自动跟随已永久迁移的来源</translation>
    </message>
    <message>
        <source>After ten good answers from the new address; otherwise it is only proposed. You can always go back.</source>
        <translation>新网址十次正常响应后采用，否则仅作建议；可随时还原。</translation>
    </message>
    <message>
        <source>Sources and schedule</source>
        <translation>来源及时间表</translation>
    </message>
    <message>
        <source>Official sources are asked most often in the hours in which they publish; no publisher is asked more often than it allows, and what did not change is not fetched again.</source>
        <translation>官方来源在其发布时段查询最频繁；对每个发布者的查询次数均不会超出其允许上限，没有变动的内容不会重新下载。</translation>
    </message>
    <message>
        <source>Manage sources…</source>
        <translation>管理来源…</translation>
    </message>
    <message>
        <source>No setting is found by “{0}”.</source>
        <translation>未找到与“{0}”匹配的设置。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Changes hold at once.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Published HKT</source>
        <translation>发布时间（香港）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{0}, archived</source>
        <translation>{0}，已归档</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The settings were not saved</source>
        <translation>未能保存设置</translation>
    </message>
    <message>
        <source>You are reading a copy.</source>
        <translation>正在查看备份。</translation>
    </message>
    <message>
        <source>Nothing is watched; nothing can be changed.</source>
        <translation>不会监测，也无法更改。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提醒</translation>
    </message>
</context>
<context>
    <name>SourceAdder</name>
    <message>
        <source>This window only reads; another hkwatch watches.</source>
        <translation>此窗口为只读；另一个 hkwatch 正在监测。</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>Choose sources</source>
        <translation>选择来源</translation>
    </message>
    <message>
        <source>Search sources</source>
        <translation>搜索来源</translation>
    </message>
    <message>
        <source>Sources by publisher</source>
        <translation>按发布机构列出的来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>No source is asked before you start watching.</source>
        <translation>开始监测前不会查询任何来源。</translation>
    </message>
    <message>
        <source>Usual choice</source>
        <translation>默认选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Watch these</source>
        <translation>监测所选来源</translation>
    </message>
</context>
<context>
    <name>SourceDetail</name>
    <message>
        <source>The server says it moved to {0} (seen {1}×).</source>
        <translation>服务器表示已迁至 {0}（共 {1} 次）。</translation>
    </message>
    <message>
        <source>Keep old</source>
        <translation>保留旧网址</translation>
    </message>
    <message>
        <source>It moved, and is asked at its new address. Before: {0}</source>
        <translation>来源已迁移，现用新网址。旧网址：{0}</translation>
    </message>
    <message>
        <source>Go back to the old address</source>
        <translation>改回旧网址</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>last answer {0}</source>
        <translation>上次响应 {0}</translation>
    </message>
    <message>
        <source>1 item kept</source>
        <translation>保留 1 条</translation>
    </message>
    <message>
        <source>{0} items kept</source>
        <translation>保留 {0} 条</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>F5; the publisher&apos;s limits still hold</source>
        <translation>F5；仍须遵守发布者的限制</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Opens {0}</source>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>Space; it is not asked until you watch it again</source>
        <translation>空格键；恢复监测前不再查询</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>恢复监测</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Politeness</source>
        <translation>查询节制</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>Choose a source to see how it does. One that fails is asked again by itself, at growing intervals.</source>
        <translation>选择来源以查看其状况。失效的来源会自动重试，间隔逐次延长。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete; its items stay, and it can be undone</source>
        <translation>Delete 键；其条目会保留，并可撤销</translation>
    </message>
    <message>
        <source>Use new</source>
        <translation>采用新网址</translation>
    </message>
    <message>
        <source>Details of the source</source>
        <translation>来源详情</translation>
    </message>
</context>
<context>
    <name>SourceManager</name>
    <message>
        <source>The source was not switched</source>
        <translation>来源没有切换</translation>
    </message>
    <message>
        <source>The source was not removed</source>
        <translation>来源没有移除</translation>
    </message>
    <message>
        <source>“{0}” removed</source>
        <translation>已移除“{0}”</translation>
    </message>
    <message>
        <source>Its items stay</source>
        <translation>其条目会保留</translation>
    </message>
    <message>
        <source>{0} removed so far · Ctrl+Z one by one</source>
        <translation>至今移除 {0} 个 · 按 Ctrl+Z 逐个撤销</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>“{0}” is back</source>
        <translation>已恢复“{0}”</translation>
    </message>
    <message>
        <source>“{0}” is still removed</source>
        <translation>“{0}”仍未恢复</translation>
    </message>
    <message>
        <source>{0} sources are back</source>
        <translation>已恢复 {0} 个来源</translation>
    </message>
    <message>
        <source>The source did not come back</source>
        <translation>来源未能恢复</translation>
    </message>
    <message>
        <source>The options were not set</source>
        <translation>选项没有更改</translation>
    </message>
    <message>
        <source>The address was not changed</source>
        <translation>网址没有更改</translation>
    </message>
    <message>
        <source>This is no web address</source>
        <translation>这不是网址</translation>
    </message>
    <message>
        <source>Opening {0} in the browser</source>
        <translation>正在浏览器中打开 {0}</translation>
    </message>
    <message>
        <source>No browser answered</source>
        <translation>浏览器没有响应</translation>
    </message>
    <message>
        <source>1 API or page left out: no other reader reads it</source>
        <translation>略去 1 个 API 或网页：其他阅读器无法读取</translation>
    </message>
    <message>
        <source>{0} APIs and pages left out: no other reader reads them</source>
        <translation>略去 {0} 个 API 和网页：其他阅读器无法读取</translation>
    </message>
    <message>
        <source>1 feed exported</source>
        <translation>已导出 1 个订阅源</translation>
    </message>
    <message>
        <source>{0} feeds exported</source>
        <translation>已导出 {0} 个订阅源</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>没有导出任何内容</translation>
    </message>
</context>
<context>
    <name>SourceOptionsForm</name>
    <message>
        <source>A line each, as Name: value.</source>
        <translation>每行一项，格式为 Name: value。</translation>
    </message>
    <message>
        <source>Plain letters only.</source>
        <translation>仅限英文字符。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>As the catalogue says</source>
        <translation>按目录设置</translation>
    </message>
    <message>
        <source>Take back everything set for this source</source>
        <translation>还原此来源的所有自定义设置</translation>
    </message>
    <message>
        <source>Minutes between polls</source>
        <translation>检查间隔（分钟）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation>通知条目</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理服务器</translation>
    </message>
    <message>
        <source>User-Agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Keep secrets in the file</source>
        <translation>密钥存于文件</translation>
    </message>
    <message>
        <source>As for all sources</source>
        <translation>与所有来源相同</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Enter a number of minutes, or nothing.</source>
        <translation>请输入分钟数，或留空。</translation>
    </message>
    <message>
        <source>From 1 minute to 10,080 (a week).</source>
        <translation>1 至 10,080 分钟（一周）。</translation>
    </message>
    <message>
        <source>“direct” for none</source>
        <translation>输入 direct 即不使用代理</translation>
    </message>
    <message>
        <source>Sent to this source&apos;s host alone. {0} stands for a secret that is kept.</source>
        <translation>只发送到此来源的主机。{0} 代表已保存的密钥。</translation>
    </message>
    <message>
        <source>Passwords, tokens and cookies stand in own.toml, in plain text.</source>
        <translation>密码、令牌及 Cookie 以明文存于 own.toml。</translation>
    </message>
    <message>
        <source>Passwords, tokens and cookies go to the keyring of this system.</source>
        <translation>密码、令牌及 Cookie 存入系统钥匙串。</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Headers and secrets</source>
        <translation>标头与密钥</translation>
    </message>
    <message>
        <source>User-Agent, headers, cookies and where their secrets are kept</source>
        <translation>User-Agent、标头、Cookie 及密钥存放处</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>The engine is starting</source>
        <translation>引擎启动中</translation>
    </message>
    <message>
        <source>The sources appear as soon as it answers.</source>
        <translation>引擎响应后，来源便会显示。</translation>
    </message>
    <message>
        <source>No source matches “{0}”</source>
        <translation>没有来源匹配“{0}”</translation>
    </message>
    <message>
        <source>Name, publisher, address and state are looked at.</source>
        <translation>会比对名称、发布者、网址和状态。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Every source is paused or off</source>
        <translation>所有来源均已暂停或关闭</translation>
    </message>
    <message>
        <source>Nothing is watched.</source>
        <translation>没有监测任何来源。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>No source is watched</source>
        <translation>没有监测来源</translation>
    </message>
    <message>
        <source>Add a feed, a site or an OPML file.</source>
        <translation>请添加订阅源、网站或 OPML 文件。</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>订阅列表 (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export OPML</source>
        <translation>导出 OPML</translation>
    </message>
    <message>
        <source>Import OPML</source>
        <translation>导入 OPML</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次响应</translation>
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
        <translation>下次检查</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自行添加</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>{0} on working days</source>
        <translation>工作日 {0}</translation>
    </message>
    <message>
        <source>else {0}</source>
        <translation>其余时间 {0}</translation>
    </message>
    <message>
        <source>{0}, set by you</source>
        <translation>{0}（自定义）</translation>
    </message>
    <message>
        <source>now {0}</source>
        <translation>现为 {0}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Quiet since {0}</source>
        <translation>自 {0} 起没有新内容</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已迁址</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}（{1} 次）</translation>
    </message>
    <message>
        <source>The last answer was of no use; the log shows what came.</source>
        <translation>上次响应无法使用；记录显示收到的内容。</translation>
    </message>
    <message>
        <source>Nothing new since {0}; that is longer than this source is usually silent.</source>
        <translation>自 {0} 起没有新内容，比此来源平常的间隔更长。</translation>
    </message>
    <message>
        <source>It answers, but from another address than the one watched.</source>
        <translation>有响应，但网址与所监测的不同。</translation>
    </message>
    <message>
        <source>There is no network here; it is asked again as soon as there is one.</source>
        <translation>目前没有网络；恢复后立即再查询。</translation>
    </message>
    <message>
        <source>It has not answered yet: it is asked in its turn.</source>
        <translation>尚无响应：将依次查询。</translation>
    </message>
    <message>
        <source>Paused: it is not asked, and nothing new of it is told.</source>
        <translation>已暂停：不查询，也不通知新内容。</translation>
    </message>
    <message>
        <source>Off unless you watch it.</source>
        <translation>默认关闭，可自行开始监测。</translation>
    </message>
    <message>
        <source>It answers as it should.</source>
        <translation>响应正常。</translation>
    </message>
    <message>
        <source>It is being asked now.</source>
        <translation>正在查询。</translation>
    </message>
    <message>
        <source>Next try {0}.</source>
        <translation>下次检查：{0}。</translation>
    </message>
    <message>
        <source>at most 1 request in {0}</source>
        <translation>每 {0}最多 1 次请求</translation>
    </message>
    <message>
        <source>{0} of the last {1} answers were “not changed”, without a text</source>
        <translation>最近 {1} 次响应中有 {0} 次为“没有更改”，不含正文</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>{0} 条新内容</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>As for all sources</source>
        <translation>与所有来源相同</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>所有条目</translation>
    </message>
    <message>
        <source>High and above</source>
        <translation>重要及以上</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>仅限紧急</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>1 watched</source>
        <translation>监测 1 个</translation>
    </message>
    <message>
        <source>{0} watched</source>
        <translation>监测 {0} 个</translation>
    </message>
    <message>
        <source>{0} OK</source>
        <translation>{0} 个正常</translation>
    </message>
    <message>
        <source>{0} failing</source>
        <translation>{0} 个失效</translation>
    </message>
    <message>
        <source>{0} offline</source>
        <translation>{0} 个离线</translation>
    </message>
    <message>
        <source>{0} not checked yet</source>
        <translation>{0} 个尚未检查</translation>
    </message>
    <message>
        <source>{0} paused or off</source>
        <translation>{0} 个已暂停或关闭</translation>
    </message>
    <message>
        <source>{0} known, 0 added</source>
        <translation>已有 {0} 个，添加 0 个</translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation>添加 {0} 个</translation>
    </message>
    <message>
        <source>{0} added, {1} known</source>
        <translation>添加 {0} 个，已有 {1} 个</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Diagnosis copied</source>
        <translation>已复制诊断信息</translation>
    </message>
    <message>
        <source>Offline since {0}.</source>
        <translation>自 {0} 起离线。</translation>
    </message>
    <message>
        <source>No source is to blame; all are asked again when the network is back.</source>
        <translation>并非来源出错；网络恢复后会重新查询所有来源。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Paused {0}.</source>
        <translation>已暂停，{0}。</translation>
    </message>
    <message>
        <source>No source is asked.</source>
        <translation>不查询任何来源。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>检查全部</translation>
    </message>
    <message>
        <source>Import or export a list of feeds</source>
        <translation>导入或导出订阅列表</translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation>导入 OPML…</translation>
    </message>
    <message>
        <source>Export OPML…</source>
        <translation>导出 OPML…</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有来源</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Manage sources…</source>
        <translation>管理来源…</translation>
    </message>
    <message>
        <source>Each source is paused, watched and set up in the sources window: interval, proxy, name of the reader, level, how long its items are kept.</source>
        <translation>各来源的暂停、监测及设置，均在来源窗口进行：检查间隔、代理服务器、读取程序名称、级别及条目保留时间。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the proxy</source>
        <translation>测试代理服务器</translation>
    </message>
    <message>
        <source>Ask one publisher now, through this proxy</source>
        <translation>现在经此代理向一个发布者查询</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>The publisher answered after {0} ms.</source>
        <translation>发布者在 {0} 毫秒后回应。</translation>
    </message>
</context>
<context>
    <name>SourcesToolbar</name>
    <message>
        <source>Filter sources</source>
        <translation>筛选来源</translation>
    </message>
    <message>
        <source>Name, publisher, address or state (Ctrl+F)</source>
        <translation>名称、发布者、网址或状态（Ctrl+F）</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>View: order and groups</source>
        <translation>视图：排序及分组</translation>
    </message>
    <message>
        <source>As in the catalogue</source>
        <translation>按目录顺序</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By publisher</source>
        <translation>按发布者</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>按文件夹</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Failing first</source>
        <translation>失效在前</translation>
    </message>
    <message>
        <source>Paused and off</source>
        <translation>已暂停及关闭</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status of the watch; opens the sources</source>
        <translation>监测状态；按下打开来源</translation>
    </message>
</context>
<context>
    <name>StoryController</name>
    <message>
        <source>This item stands alone</source>
        <translation>此条目独立</translation>
    </message>
    <message>
        <source>It belongs to no story.</source>
        <translation>不属于任何事件。</translation>
    </message>
    <message>
        <source>Split from its story</source>
        <translation>已从事件中拆分</translation>
    </message>
    <message>
        <source>Now choose the other item</source>
        <translation>请选择另一条目</translation>
    </message>
    <message>
        <source>The same command there merges both into one story.</source>
        <translation>在该条目使用同一命令，即可将两者合并为同一事件。</translation>
    </message>
    <message>
        <source>Merged into one story</source>
        <translation>已合并为同一事件</translation>
    </message>
</context>
<context>
    <name>StoryStrip</name>
    <message>
        <source>Also carried by</source>
        <translation>也见于</translation>
    </message>
    <message>
        <source>Also carried by:</source>
        <translation>也见于：</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另 {0} 个</translation>
    </message>
</context>
<context>
    <name>SystemOptions</name>
    <message>
        <source>This hkwatch keeps its data in a folder that is thrown away.</source>
        <translation>此 hkwatch 的数据存于会被丢弃的临时文件夹。</translation>
    </message>
    <message>
        <source>hkwatch will not start at login</source>
        <translation>hkwatch 不会在登录时启动</translation>
    </message>
    <message>
        <source>hkwatch:// links stay as they are</source>
        <translation>hkwatch:// 链接保持不变</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Google offers these feeds for personal, non-commercial use only.</source>
        <translation>Google 提供的这些订阅源仅供个人及非商业用途。</translation>
    </message>
    <message>
        <source>Articles are for subscribers: title, summary and link only.</source>
        <translation>文章仅供订阅用户阅读：仅保留标题、摘要及链接。</translation>
    </message>
    <message>
        <source>One reading asks 37 questions, a second apart.</source>
        <translation>每次读取会发出 37 个查询，每个相隔一秒。</translation>
    </message>
    <message>
        <source>The site’s terms limit use by programs: titles and links only.</source>
        <translation>网站条款限制程序使用：仅保留标题及链接。</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>Terms of use</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>{0} has terms of use</source>
        <translation>{0} 设有使用条款</translation>
    </message>
    <message>
        <source>It is asked only after you say that this suits your use.</source>
        <translation>您确认用途符合条款后，才会开始查询。</translation>
    </message>
    <message>
        <source>Leave it off</source>
        <translation>保持关闭</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>开始监测</translation>
    </message>
</context>
<context>
    <name>ThenEdit</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Then level</source>
        <translation>则级别</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Whose items</source>
        <translation>条目来自</translation>
    </message>
    <message>
        <source>Chosen publishers</source>
        <translation>所选发布者</translation>
    </message>
    <message>
        <source>Level: how it counts</source>
        <translation>级别的用法</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Labels, divided by commas</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>licence, etf or names of your own</source>
        <translation>licence、etf 或自定义名称</translation>
    </message>
    <message>
        <source>Pin on the chart</source>
        <translation>固定到图表</translation>
    </message>
    <message>
        <source>Needs acknowledgement</source>
        <translation>须确认</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>Rules after this one are not looked at for the same item</source>
        <translation>同一条目不再比对其后的规则</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Hide window</source>
        <translation>隐藏窗口</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>至明天 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>直至手动恢复</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Acknowledge all critical…</source>
        <translation>确认所有紧急条目…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit hkwatch</source>
        <translation>退出 hkwatch</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>A price alert fired</source>
        <translation>价格提示已触发</translation>
    </message>
    <message>
        <source>Unread: {0}</source>
        <translation>未读：{0}</translation>
    </message>
    <message>
        <source>Unread, high and above: {0}</source>
        <translation>未读，重要及以上：{0}</translation>
    </message>
    <message>
        <source>Unread ({levels}): {count}</source>
        <translation>未读（{levels}）：{count}</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>没有未读项目</translation>
    </message>
    <message>
        <source>Sources failing: {0}</source>
        <translation>失效来源：{0}</translation>
    </message>
    <message>
        <source>No price yet</source>
        <translation>暂无价格</translation>
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
        <translation>价格</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时距</translation>
    </message>
    <message>
        <source>Against consensus</source>
        <translation>较共识价</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>the peg holds it between 7.75 and 7.85</source>
        <translation>联系汇率制度下介于 7.75 至 7.85</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>交易平台</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Licensed in Hong Kong, shown only</source>
        <translation>香港持牌，仅供参考</translation>
    </message>
    <message>
        <source>Second opinions, shown only</source>
        <translation>其他报价，仅供参考</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监测中</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>补回中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>nothing checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>刚刚检查</translation>
    </message>
    <message>
        <source>checked {0}</source>
        <translation>{0}检查</translation>
    </message>
    <message>
        <source>until you resume</source>
        <translation>直至手动恢复</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>至 {0}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>OK, checked {0}</source>
        <translation>正常，{0}检查</translation>
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
        <translation>正常，但自 {0} 起比平常安静</translation>
    </message>
    <message>
        <source>OK, but moved</source>
        <translation>正常，但已迁址</translation>
    </message>
    <message>
        <source>Blocked since {0}</source>
        <translation>自 {0} 起被拒</translation>
    </message>
    <message>
        <source>Another format since {0}</source>
        <translation>自 {0} 起格式有变</translation>
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
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>last answer {0}</source>
        <translation>上次响应 {0}</translation>
    </message>
    <message>
        <source>trying again in {0}</source>
        <translation>{0}后重试</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>{0} of {1} sources asked</source>
        <translation>已查询 {1} 个来源中的 {0} 个</translation>
    </message>
    <message>
        <source>reading texts {0}/{1}</source>
        <translation>读取正文 {0}/{1}</translation>
    </message>
    <message>
        <source>notifications appear in this window only</source>
        <translation>通知只在此窗口显示</translation>
    </message>
    <message>
        <source>clock {0} ahead</source>
        <translation>时钟快 {0}</translation>
    </message>
    <message>
        <source>clock {0} behind</source>
        <translation>时钟慢 {0}</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>免打扰至 {time}</translation>
    </message>
    <message>
        <source>Quiet: the screen is locked</source>
        <translation>静音：屏幕已锁定</translation>
    </message>
    <message>
        <source>Quiet: a window is full screen</source>
        <translation>免打扰：有全屏窗口</translation>
    </message>
    <message>
        <source>Quiet: the desktop is not to be disturbed</source>
        <translation>免打扰：桌面已设为勿扰</translation>
    </message>
    <message>
        <source>On battery, metered connection: checking less often</source>
        <translation>使用电池及按流量计费的连接：已减少检查</translation>
    </message>
    <message>
        <source>On battery: checking less often</source>
        <translation>使用电池：已减少检查</translation>
    </message>
    <message>
        <source>Metered connection: checking less often</source>
        <translation>按流量计费的连接：已减少检查</translation>
    </message>
    <message>
        <source>Pauses are {0} times as long as usual, at most {1} times for official sources in their busy hours and {2} times for prices. “Check now” still checks at once; Settings switch this off.</source>
        <translation>检查间隔为平常的 {0} 倍；官方来源在繁忙时段最多 {1} 倍，价格最多 {2} 倍。“立即检查”仍会立刻检查；可在设置中关闭此功能。</translation>
    </message>
    <message>
        <source>1 change waits for the engine</source>
        <translation>1 项更改等待引擎处理</translation>
    </message>
    <message>
        <source>%n changes wait for the engine</source>
        <translation>%n 项更改等待引擎</translation>
    </message>
    <message>
        <source>1 notification may not have been shown</source>
        <translation>1 个通知可能没有显示</translation>
    </message>
    <message>
        <source>%n notifications may not have been shown</source>
        <translation>%n 个通知可能没有显示</translation>
    </message>
    <message>
        <source>next: {0} {1}</source>
        <translation>下次：{0} {1}</translation>
    </message>
    <message>
        <source>{0} of 1 source OK</source>
        <translation>1 个来源中 {0} 个正常</translation>
    </message>
    <message>
        <source>{0} of {1} sources OK</source>
        <translation>{1} 个来源中 {0} 个正常</translation>
    </message>
    <message>
        <source>{0}, {1} failing</source>
        <translation>{0}，{1} 个失效</translation>
    </message>
    <message>
        <source>{0}, {1} failing since {2}</source>
        <translation>{0}，{1} 个自 {2} 起失效</translation>
    </message>
    <message>
        <source>starts again in {0}</source>
        <translation>{0}后重新启动</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>The watch cannot start.</source>
        <translation>无法开始监测。</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>To acknowledge</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
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
        <translation>离开期间</translation>
    </message>
    <message>
        <source>A watcher is running in a terminal (pid {0}).</source>
        <translation>监测程序正在终端运行（pid {0}）。</translation>
    </message>
    <message>
        <source>This window only reads.</source>
        <translation>此窗口为只读。</translation>
    </message>
    <message>
        <source>Stop it and take over</source>
        <translation>停止并接管</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Applying rules {0} %</source>
        <translation>正在应用规则 {0} %</translation>
    </message>
    <message>
        <source>Offline since {0}.</source>
        <translation>自 {0} 起离线。</translation>
    </message>
    <message>
        <source>Last answer {0}.</source>
        <translation>上次响应 {0}。</translation>
    </message>
    <message>
        <source>Price alerts cannot be evaluated.</source>
        <translation>价格提示无法判断。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Paused {0}.</source>
        <translation>已暂停，{0}。</translation>
    </message>
    <message>
        <source>Nothing is asked or told.</source>
        <translation>不查询，也不通知。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Retrying {0}.</source>
        <translation>{0} 重试。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>{0}: items between {1} and {2} may be missing.</source>
        <translation>{0}：{1} 至 {2} 的条目可能有遗漏。</translation>
    </message>
    <message>
        <source>Its publisher keeps no archive to fill it from.</source>
        <translation>发布者没有可供补回的存档。</translation>
    </message>
    <message>
        <source>Back-fill</source>
        <translation>补回</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {0} ahead of the servers.</source>
        <translation>这台电脑的时钟比服务器快 {0}。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {0} behind the servers.</source>
        <translation>这台电脑的时钟比服务器慢 {0}。</translation>
    </message>
    <message>
        <source>Ages and “first seen” times are off by as much; set the clock.</source>
        <translation>时距和首次发现时间有同样偏差；请校正时钟。</translation>
    </message>
</context>
<context>
    <name>Watchlist</name>
    <message>
        <source>Firm or CE number</source>
        <translation>公司或中央编号</translation>
    </message>
    <message>
        <source>Firm to watch</source>
        <translation>要关注的公司</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Watched firms</source>
        <translation>关注公司</translation>
    </message>
    <message>
        <source>None yet. Without one, items are critical for other reasons only.</source>
        <translation>尚无公司。若没有，条目只会因其他原因列为紧急。</translation>
    </message>
    <message>
        <source>{0} is watched already.</source>
        <translation>{0} 已在关注名单上。</translation>
    </message>
    <message>
        <source>{0} is not in the dictionary: only this very name is found.</source>
        <translation>词典中没有 {0}：只会查找完全相同的名称。</translation>
    </message>
</context>
<context>
    <name>Web</name>
    <message>
        <source>As http://host:port or socks5://host:port.</source>
        <translation>格式为 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>Only http, https and socks5 are possible.</source>
        <translation>仅可用 http、https 和 socks5。</translation>
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
        <translation>按 Enter 打开规则</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>编辑规则…</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>+{count} more</source>
        <translation>另 {count} 个</translation>
    </message>
    <message>
        <source>Why flagged</source>
        <translation>标记原因</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>为何属此级别</translation>
    </message>
    <message>
        <source>Not flagged, but found</source>
        <translation>未标记，但发现</translation>
    </message>
</context>
<context>
    <name>WorkWindow</name>
    <message>
        <source>Moving the data…</source>
        <translation>正在迁移数据…</translation>
    </message>
    <message>
        <source>Going back to the old folder…</source>
        <translation>正在返回旧文件夹…</translation>
    </message>
    <message>
        <source>Restoring the copy…</source>
        <translation>正在还原备份…</translation>
    </message>
    <message>
        <source>Making the last backup and erasing…</source>
        <translation>正在创建最后备份并清除…</translation>
    </message>
    <message>
        <source>hkwatch starts again by itself when this is done.</source>
        <translation>完成后 hkwatch 会自动重新启动。</translation>
    </message>
    <message>
        <source>Start hkwatch</source>
        <translation>启动 hkwatch</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作失败</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>一切保持原状。</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Time, HKT</source>
        <translation>香港时间</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>涨跌</translation>
    </message>
</context>
</TS>
