; SPDX-License-Identifier: MIT
; The installer for one user, without administrator rights: iscc /DVersion=0.1.0 packaging\windows\hkwatch.iss
#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif
#define Root "..\.."
#define Id "{6C5E2E5B-8C0B-4D3E-9B5E-0E6C9A7C41D2}"

[Setup]
AppId={{#Id}
AppName=hkwatch
AppVersion={#Version}
AppPublisher=The hkwatch authors
UninstallDisplayName=hkwatch
DefaultDirName={localappdata}\Programs\hkwatch
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=hkwatch-{#Version}-windows-setup
SetupIconFile={#Root}\dist\hkwatch.ico
UninstallDisplayIcon={app}\hkwatch.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
; What runs is asked to end as at a logout: the window, and a watch in a terminal.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.com,*.dll,*.pyd
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
; What these files do not say stays English.
Name: "hant"; MessagesFile: "compiler:Default.isl,zh-Hant.isl"
Name: "hans"; MessagesFile: "compiler:Default.isl,zh-Hans.isl"

[CustomMessages]
en.StartAtSignIn=Start hkwatch in the tray when I sign in
en.StillRunning=hkwatch is running. Quit it from its icon in the tray, then try again.
hant.StartAtSignIn=登入時在通知區域啟動 hkwatch
hant.StillRunning=hkwatch 正在執行。請從通知區域的圖示結束它，然後再試一次。
hans.StartAtSignIn=登录时在通知区域启动 hkwatch
hans.StillRunning=hkwatch 正在运行。请从通知区域的图标退出它，然后重试。

[Tasks]
; Only the first time: later the program's own settings say whether it starts.
Name: "autostart"; Description: "{cm:StartAtSignIn}"; Flags: unchecked; Check: IsFirst
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of the former version that the new one no longer has.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\hkwatch\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\hkwatch"; Filename: "{app}\hkwatch.exe"; AppUserModelID: "io.github.hkwatch.hkwatch"
Name: "{autodesktop}\hkwatch"; Filename: "{app}\hkwatch.exe"; AppUserModelID: "io.github.hkwatch.hkwatch"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\hkwatch"; ValueType: string; ValueData: "URL:hkwatch"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\hkwatch"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\hkwatch\shell\open\command"; ValueType: string; ValueData: """{app}\hkwatch.exe"" --open ""%1"""
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "hkwatch"; ValueData: """{app}\hkwatch.exe"" --hidden"; Tasks: autostart
; Whoever wrote it, the program's settings or the task above: it goes with the program.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "hkwatch"; Flags: uninsdeletevalue dontcreatekey
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"; ValueType: none; ValueName: "hkwatch"; Flags: uninsdeletevalue dontcreatekey

[Run]
Filename: "{app}\hkwatch.exe"; Description: "{cm:LaunchProgram,hkwatch}"; Flags: nowait postinstall skipifsilent

[Messages]
; What the user stored is not the installer's.
en.ConfirmUninstall=Remove %1? What you stored stays in %%LOCALAPPDATA%%\hkwatch.

[Code]
const
  Running = 'io.github.hkwatch.running';

function IsFirst: Boolean;
begin
  Result := not RegKeyExists(HKCU, 'Software\Microsoft\Windows\CurrentVersion\Uninstall\{#Id}_is1');
end;

{ What is running cannot be removed, and half a program would be left. Setup closes what runs; the uninstaller does not. }
function InitializeUninstall: Boolean;
begin
  Result := not CheckForMutexes(Running);
  while not Result and not UninstallSilent do
  begin
    if MsgBox(CustomMessage('StillRunning'), mbError, MB_RETRYCANCEL) <> IDRETRY then
      Break;
    Result := not CheckForMutexes(Running);
  end;
end;
