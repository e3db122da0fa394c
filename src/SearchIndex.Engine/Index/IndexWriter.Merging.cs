using System.Runtime.ExceptionServices;

namespace SearchIndex.Engine.Index;

/// <content>
/// Merging, by the thread that commits or in the background. The commit lock is held when a merge is chosen and when its result takes the place
/// of the sources, not in between: commits, changes and readers go on meanwhile. Deletes that come to the sources in that time are carried over.
/// </content>
public sealed partial class IndexWriter
{
    private readonly List<RunningMerge> _merges = [];
    private readonly CancellationTokenSource _abort = new();
    private int _mergeThreads;
    private Exception? _mergeFailure;

    /// <summary>
    /// Merges the index down to a number of segments and reclaims deleted documents, in the calling thread; takes effect with the next commit.
    /// Others may add, delete and commit meanwhile.
    /// </summary>
    /// <param name="maxSegments">1 or more.</param>
    /// <param name="cancellation">Ends the work; merges that are complete by then stay.</param>
    public void Optimize(int maxSegments = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        var policy = new TieredMergePolicy { MaxSegments = maxSegments, SegmentsPerTier = int.MaxValue, MaxDeletedShare = 0 };
        lock (_commitLock)
        {
            ThrowIfUnusable();
            CollectChanges();
        }

        while (true)
        {
            RunningMerge? merge;
            Task[] others;
            lock (_commitLock)
            {
                ThrowIfUnusable();
                ThrowIfMergeFailed();
                merge = BeginMerge(policy, cancellation);
                others = MergesUnderWay();
            }

            if (merge is not null)
            {
                Run(merge);
            }
            else if (others.Length > 0)
            {
                Task.WaitAll(others, cancellation);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>
    /// Merges whatever the policy finds in all that was changed so far, and returns when nothing is left to merge: a commit that follows has
    /// the shape that the policy wants.
    /// </summary>
    /// <param name="cancellation">Ends the waiting; merges in the background go on.</param>
    /// <exception cref="IOException">A merge failed; what was to be merged is as it was.</exception>
    public void WaitForMerges(CancellationToken cancellation = default)
    {
        lock (_commitLock)
        {
            ThrowIfUnusable();
            CollectChanges();
        }

        while (true)
        {
            Task[] underWay;
            lock (_commitLock)
            {
                ThrowIfUnusable();
                ThrowIfMergeFailed();
                MergeByPolicy(cancellation);
                underWay = MergesUnderWay();
            }

            if (underWay.Length == 0)
            {
                return;
            }

            Task.WaitAll(underWay, cancellation);
        }
    }

    /// <summary>Merges here and now, or lets threads in the background begin. Needs the commit lock.</summary>
    private void MergeByPolicy(CancellationToken cancellation)
    {
        if (_config.MergeThreads > 0)
        {
            StartMergeThreads();
            return;
        }

        while (BeginMerge(_config.MergePolicy, cancellation) is { } merge)
        {
            Run(merge);
        }
    }

    /// <summary>
    /// Lets threads in the background begin with segments that no commit has seen yet, while documents go on coming. Only as long as there are no
    /// deletes: those that wait concern some of the new segments and not others. Nobody waits here: when a commit is under way, it
    /// starts the merges itself.
    /// </summary>
    private void StartEarlyMerges()
    {
        if (_config.MergeThreads == 0 || !_commitLock.TryEnter())
        {
            return;
        }

        try
        {
            if (_disposed || !TakeFreshSegments())
            {
                return;
            }

            StartMergeThreads();
        }
        finally
        {
            _commitLock.Exit();
        }
    }

    private bool TakeFreshSegments()
    {
        lock (_stateLock)
        {
            if (!_deletes.IsEmpty)
            {
                return false;
            }

            _segments.AddRange(_fresh);
            _fresh.Clear();
            return true;
        }
    }

    /// <summary>Needs the commit lock.</summary>
    private void StartMergeThreads()
    {
        while (_mergeThreads < _config.MergeThreads && BeginMerge(_config.MergePolicy, CancellationToken.None) is { } merge)
        {
            _mergeThreads++;
            new Thread(() => MergeInBackground(merge)) { IsBackground = true, Name = $"merge into {merge.Name}" }.Start();
        }
    }

    /// <summary>Merges until the policy finds nothing more. A failure ends it, and is told to whoever commits next.</summary>
    private void MergeInBackground(RunningMerge? merge)
    {
        while (merge is not null)
        {
            Exception? problem = null;
            try
            {
                MergeAndReplace(merge);
            }
            catch (Exception exception)
            {
                problem = exception;
            }

            lock (_commitLock)
            {
                _mergeFailure ??= _disposed ? null : problem;
                End(merge);
                merge = BeginMerge(_config.MergePolicy, CancellationToken.None);
                _mergeThreads -= merge is null ? 1 : 0;
            }
        }
    }

    private void Run(RunningMerge merge)
    {
        try
        {
            MergeAndReplace(merge);
        }
        finally
        {
            lock (_commitLock)
            {
                End(merge);
            }
        }
    }

    /// <summary>Asks a policy for segments that no merge has yet. Needs the commit lock.</summary>
    private RunningMerge? BeginMerge(MergePolicy policy, CancellationToken cancellation)
    {
        if (_disposed || _failure is not null || _mergeFailure is not null)
        {
            return null;
        }

        IEnumerable<SegmentCommitInfo> free = _segments.Select(segment => segment.Info).Where(info => !_merges.Exists(merge => merge.Has(info.Info.Name)));
        IReadOnlyList<SegmentCommitInfo> sources = policy.NextMerge([.. free]);
        if (sources.Count == 0)
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        var begun = new RunningMerge(NextSegmentName(), sources, _abort.Token, cancellation);
        _merges.Add(begun);
        return begun;
    }

    private void MergeAndReplace(RunningMerge merge)
    {
        MergedSegment? merged = _merger.Merge(merge.Sources, merge.Name, merge.Cancellation);
        lock (_commitLock)
        {
            merge.Cancellation.ThrowIfCancellationRequested();
            Replace(merge, merged);
        }
    }

    /// <summary>
    /// Puts the merged segment where the first of its sources stands. One that is not there any more lost all its documents. Needs the
    /// commit lock.
    /// </summary>
    private void Replace(RunningMerge merge, MergedSegment? merged)
    {
        Dictionary<string, WriterSegment> left = _segments.Where(segment => merge.Has(segment.Info.Info.Name))
            .ToDictionary(segment => segment.Info.Info.Name, StringComparer.Ordinal);
        SegmentCommitInfo? info = merged is null
            ? null
            : _deletesApplier.CarryOver(merged, source => left.GetValueOrDefault(source.Info.Name)?.Info);
        int place = _segments.FindIndex(segment => left.ContainsKey(segment.Info.Info.Name));
        _segments.RemoveAll(segment => left.ContainsKey(segment.Info.Info.Name));
        if (info is not null)
        {
            _segments.Insert(place, new WriterSegment(info, left.Values.Min(segment => segment.AppliedSequence)));
        }
    }

    /// <summary>
    /// Forgets a merge, so that files that only it needed may go: those of sources that no commit has, or of its own when it failed. Needs the
    /// commit lock.
    /// </summary>
    private void End(RunningMerge merge)
    {
        _merges.Remove(merge);
        ForgetWriting(merge.Name);
        merge.Dispose();
        if (!_disposed)
        {
            TryDeleteUnneededFiles();
        }
    }

    private Task[] MergesUnderWay() => [.. _merges.Select(merge => merge.Ended)];

    /// <summary>A failure in the background is told once; what failed is tried again after that. Needs the commit lock.</summary>
    private void ThrowIfMergeFailed()
    {
        if (_mergeFailure is { } problem)
        {
            _mergeFailure = null;
            ExceptionDispatchInfo.Throw(problem);
        }
    }
}
