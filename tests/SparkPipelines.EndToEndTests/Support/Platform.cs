using System.Runtime.Versioning;

// spark-submit.sh, signals and /proc.
[assembly: SupportedOSPlatform("linux")]
