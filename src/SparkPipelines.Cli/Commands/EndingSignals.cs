using System.Runtime.InteropServices;

namespace SparkPipelines.Cli.Commands;

/// <summary>The signals that end a process, as a token, so that a build is ended and cleaned up after first.</summary>
internal sealed class EndingSignals : IDisposable
{
    private const int SignalledExitCode = 128; // As shells count it.

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public EndingSignals() =>
        _registrations = [Register(PosixSignal.SIGTERM, 15), Register(PosixSignal.SIGINT, 2), Register(PosixSignal.SIGHUP, 1)];

    public CancellationToken Token => _source.Token;

    /// <summary>Which says what signal it was.</summary>
    public int ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        ExitCode = SignalledExitCode + number;
        _source.Cancel();
    });
}
