using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

public sealed class StopSignalsTests
{
    private const int Answer = 7;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Run_AskedBeforeItsFirstWait_IsCancelledAndReturnsItsCode()
    {
        var signals = new StopSignals(Patience);
        using var started = new ManualResetEventSlim();
        Task<int> run = signals.RunAsync(
            cancellation =>
            {
                started.Set();
                bool isAsked = cancellation.WaitHandle.WaitOne(Patience);
                return Task.FromResult(isAsked ? Answer : ExitCode.Problems);
            },
            CancellationToken.None);
        Assert.True(started.Wait(Patience));

        // A second signal while the command ends changes nothing.
        Task first = TakeAsync(signals, PosixSignal.SIGTERM);
        Task second = TakeAsync(signals, PosixSignal.SIGTERM);

        Assert.Equal(Answer, await run);
        await first;
        await second;
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, ExitCode.Cancelled)]
    [InlineData(PosixSignal.SIGTERM, ExitCode.Terminated)]
    public async Task Run_DoesNotEndInTime_IsTheCodeOfTheSignal(PosixSignal signal, int code)
    {
        var signals = new StopSignals(TimeSpan.Zero);
        var never = new TaskCompletionSource<int>();
        Task<int> run = signals.RunAsync(_ => never.Task, CancellationToken.None);

        await TakeAsync(signals, signal);

        Assert.Equal(code, await run);
    }

    [Fact]
    public async Task Run_CancelledOtherwise_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        Task<int> run = new StopSignals(Patience).RunAsync(
            async asked =>
            {
                await Task.Delay(Timeout.Infinite, asked);
                return ExitCode.Ok;
            },
            cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [ProgramFact("mkfifo")]
    public async Task Serve_StoppedWhileItReadsItsSettings_Is0()
    {
        using var folder = new TemporaryFolder();
        string settings = folder.At("settings.json");
        Assert.Equal(ExitCode.Ok, ProgramRun.Run("mkfifo", [settings]).ExitCode);
        string[] arguments = ["serve", "--urls", "http://127.0.0.1:0", "--index", folder.At("index"), "--config", settings];
        var start = new ProcessStartInfo(BuiltProgram.Starter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process service = Process.Start(start)!;

        // The pipe opens when the service does so, and holds it there until it is closed.
        using (FileStream pipe = await Task.Run(() => new FileStream(settings, FileMode.Open, FileAccess.Write)).WaitAsync(Patience))
        {
            string kill = string.Create(CultureInfo.InvariantCulture, $"kill -TERM {service.Id}");
            Assert.Equal(ExitCode.Ok, ProgramRun.Run("sh", ["-c", kill]).ExitCode);
            pipe.Write("{}"u8);
        }

        await service.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(ExitCode.Ok, service.ExitCode);
    }

    private static Task TakeAsync(StopSignals signals, PosixSignal signal) => Task.Run(() => signals.Take(new PosixSignalContext(signal)));
}
