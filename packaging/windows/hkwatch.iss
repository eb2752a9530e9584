; SPDX-License-Identifier: MIT
; The installer for one user, without administrator rights: iscc /DVersion=0.1.0 packaging\windows\hkwatch.iss
#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif
#define Root "..\.."

[Setup]
AppId={{6C5E2E5B-8C0B-4D3E-9B5E-0E6C9A7C41D2}
AppName=hkwatch
AppVersion={#Version}
AppPublisher=The hkwatch authors
DefaultDirName={localappdata}\Programs\hkwatch
DefaultGroupName=hkwatch
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
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "autostart"; Description: "Start hkwatch in the tray when I sign in"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of the former version that the new one no longer has.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\hkwatch\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{group}\hkwatch"; Filename: "{app}\hkwatch.exe"; AppUserModelID: "io.github.hkwatch.hkwatch"
Name: "{autodesktop}\hkwatch"; Filename: "{app}\hkwatch.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\hkwatch"; ValueType: string; ValueData: "URL:hkwatch"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\hkwatch"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\hkwatch\shell\open\command"; ValueType: string; ValueData: """{app}\hkwatch.exe"" --open ""%1"""
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "hkwatch"; ValueData: """{app}\hkwatch.exe"" --hidden"; Flags: uninsdeletevalue; Tasks: autostart

[Run]
Filename: "{app}\hkwatch.exe"; Description: "{cm:LaunchProgram,hkwatch}"; Flags: nowait postinstall skipifsilent

[Messages]
; What the user stored is not the installer's.
ConfirmUninstall=Remove %1? What you stored stays in %%LOCALAPPDATA%%\hkwatch.
