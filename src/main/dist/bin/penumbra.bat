@echo off
rem Starts Penumbra: without arguments the window, otherwise a command (penumbra --help).
rem Needs nothing but Java 17 or newer, on the PATH or in JAVA_HOME.
setlocal
set "HOME_DIR=%~dp0.."
if not exist "%HOME_DIR%\lib" (
  echo penumbra: "%HOME_DIR%\lib" is missing; keep bin\penumbra.bat and lib\ side by side 1>&2
  exit /b 1
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i /c:" version "') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION (
  echo penumbra: java was not found; install a JDK 17 or newer and put it on the PATH, or set JAVA_HOME 1>&2
  exit /b 1
)
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo penumbra: Java 17 or newer is needed, but "%JAVA%" is %VERSION% 1>&2
  exit /b 1
)

rem Idle OpenMP threads that spin take the processor away from the drawing.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"

rem A build with Apache Spark ("mvn -Pspark package") keeps its jars apart from the program's.
set "JARS=%HOME_DIR%\lib\*"
if exist "%HOME_DIR%\spark" set "JARS=%JARS%;%HOME_DIR%\spark\*"

rem Memory and processors that were chosen on the sheet of preferences, an option a line: Java must know them before the
rem program runs. Who sets JDK_JAVA_OPTIONS has set up Java in another way; JAVA_OPTS stands behind and goes before them.
set "CHOICES=%APPDATA%"
if not defined CHOICES set "CHOICES=%USERPROFILE%\AppData\Roaming"
set "OPTIONS=%CHOICES%\penumbra\java-options"
set "CHOSEN="
if exist "%OPTIONS%" if not defined JDK_JAVA_OPTIONS for /f "usebackq delims=" %%o in ("%OPTIONS%") do call set "CHOSEN=%%CHOSEN%% %%o"
if not defined CHOSEN goto start
findstr /v /r /x /c:"-Xmx[0-9][0-9]*m" /c:"-XX:ActiveProcessorCount=[0-9][0-9]*" "%OPTIONS%" >nul 2>&1
if not errorlevel 1 (
  echo penumbra: "%OPTIONS%" holds something else than memory and processors, so it is not used; choose them anew in the preferences 1>&2
  set "CHOSEN="
)

:start
"%JAVA%" @jvm.quiet@ @jvm.memory@ "-Dpenumbra.launcher=%~f0" %CHOSEN% %JAVA_OPTS% -cp "%JARS%" org.penumbra.Penumbra %*
exit /b %ERRORLEVEL%
