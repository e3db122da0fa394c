using System.Runtime.InteropServices;

namespace SearchIndex.Cli;

/// <summary>
/// Ctrl-C and SIGTERM: they ask a command to end, and give it up when it takes too long. System.CommandLine would do so too, but gives up
/// at once a command that was asked before its first wait, which for a service is all of its start.
/// </summary>
internal sealed class StopSignals
{
    private readonly TimeSpan _patience;
    private readonly TaskCompletionSource<int> _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the signals of one run.</summary>
    /// <param name="patience">How long a command may take to end when it is asked to.</param>
    public StopSignals(TimeSpan patience)
    {
        _patience = patience;
    }

    /// <summary>Runs a command, whose token is cancelled by the first signal.</summary>
    /// <returns>What the command returns, whenever it was asked to end; when it does not end in time, the code of the signal.</returns>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> command, CancellationToken cancellation)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take);
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // A command may work for long before it waits for anything, and the signal is to be heard meanwhile.
            Task<int> run = Task.Run(() => command(asked.Token), CancellationToken.None);
            if (await Task.WhenAny(run, _signal.Task) != run)
            {
                var patience = Task.Delay(_patience, CancellationToken.None);
                _ = asked.CancelAsync(); // Who is told may take long too.
                await Task.WhenAny(run, patience);
            }

            return await (run.IsCompleted ? run : _signal.Task);
        }
        finally
        {
            _ended.SetResult();
        }
    }

    /// <summary>Takes a signal, and returns when the run has ended: on Windows the system ends the process then.</summary>
    internal void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        _signal.TrySetResult(context.Signal == PosixSignal.SIGINT ? ExitCode.Cancelled : ExitCode.Terminated);
        _ended.Task.Wait();
    }
}
