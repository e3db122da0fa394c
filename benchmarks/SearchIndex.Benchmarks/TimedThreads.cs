using System.Diagnostics;

namespace SearchIndex.Benchmarks;

/// <summary>Runs the same work on threads of its own, so that what is compared is one thread with several, not a pool with another.</summary>
internal static class TimedThreads
{
    /// <summary>Runs the work on each thread and returns the seconds until the last one has ended.</summary>
    public static double Run(int count, ThreadStart work)
    {
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(work))];
        long started = Stopwatch.GetTimestamp();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
