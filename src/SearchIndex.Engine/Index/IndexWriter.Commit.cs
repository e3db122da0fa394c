using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index;

/// <content>From buffers and deletes to a commit, or to a reader of what is not committed yet.</content>
public sealed partial class IndexWriter
{
    /// <summary>
    /// Makes everything changed so far the index, in one step (spec 3.2): when this returns, it is on stable storage and readers that
    /// open see it; when it throws, the index is what it was before. Changes by other threads meanwhile belong to the next commit. Merges in
    /// the background are not waited for (see <see cref="WaitForMerges"/>); what failed of them since the last commit is thrown here.
    /// </summary>
    /// <param name="userData">Notes that the commit carries; null for none.</param>
    /// <param name="cancellation">Ends the merging before the commit; nothing is committed then.</param>
    /// <returns>The commit.</returns>
    public SegmentInfos Commit(IReadOnlyDictionary<string, string>? userData = null, CancellationToken cancellation = default)
    {
        lock (_commitLock)
        {
            ThrowIfUnusable();
            ThrowIfMergeFailed();
            CollectChanges();
            MergeByPolicy(cancellation);
            SegmentInfos commit = CurrentState(_lastGeneration + 1, userData ?? new Dictionary<string, string>());
            Publish(commit);
            _lastCommit = commit;
            _lastGeneration = commit.Generation;
            TryDeleteUnneededFiles();
            return commit;
        }
    }

    /// <summary>
    /// Opens a reader that sees all changes so far, committed or not. It shares with the one that was opened before what did not change since.
    /// The caller disposes it; it outlives the writer.
    /// </summary>
    public DirectoryReader OpenReader()
    {
        lock (_commitLock)
        {
            ThrowIfUnusable();
            CollectChanges();
            StartMergeThreads();
            _readers.StartKeeping();
            return DirectoryReader.Open(_directory, _config.Codec, CurrentState(_lastGeneration, _lastCommit.UserData), _readers.Open);
        }
    }

    private SegmentInfos ReadLastCommit()
    {
        bool exists = SegmentInfos.LastGeneration(_directory) > 0;
        if (_config.OpenMode == OpenMode.Append || (_config.OpenMode == OpenMode.CreateOrAppend && exists))
        {
            return SegmentInfos.ReadLatest(_directory, _config.Codec);
        }

        return new SegmentInfos([]);
    }

    private void TakeOverLastCommit()
    {
        (long highestSegment, long highestGeneration) = _deleter.HighestNames();
        _firstSegment = _nextSegment = Math.Max(_lastCommit.Counter, highestSegment + 1);
        _lastGeneration = highestGeneration;
        _segments = [.. _lastCommit.Segments.Select(segment => new WriterSegment(segment, 0))];
        foreach (WriterSegment segment in _segments)
        {
            using var reader = new SegmentReader(_directory, _config.Codec, segment.Info);
            _fieldNumbers.Register(reader.FieldInfos);
        }

        _synced.UnionWith(_lastCommit.Segments.SelectMany(segment => segment.Files()));

        // The writer before may have died between the renaming of its commit and making that safe: what is older goes only after.
        _directory.SyncMetadata();
        _deleter.DeleteUnneeded(KeptFiles);
    }

    /// <summary>Writes the buffers and applies the deletes. Updates are seen whole: the gate keeps others out while the lists are taken.</summary>
    private void CollectChanges()
    {
        _gate.EnterWriteLock();
        try
        {
            FlushBuffers();
            _segments.AddRange(_fresh);
            _fresh.Clear();
            ApplyDeletes();
        }
        catch (Exception problem)
        {
            _failure = problem; // Some deletes may be applied and others not; nothing of it may be committed.
            throw;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private void ApplyDeletes()
    {
        if (_deletes.IsEmpty)
        {
            return;
        }

        KeyValuePair<Term, long>[] deletes = _deletes.Take();
        IEnumerable<WriterSegment> applied = _segments.Select(segment => _deletesApplier.Apply(segment, deletes, _deletes.LastSequence));

        // A segment without live documents is simply left out.
        _segments = [.. applied.Where(segment => segment.Info.NumDocs > 0)];
    }

    private SegmentInfos CurrentState(long generation, IReadOnlyDictionary<string, string> userData) =>
        new([.. _segments.Select(segment => segment.Info)])
        {
            Generation = generation,
            Version = _lastCommit.Version + 1,
            Counter = UnusedSegmentNumber(),
            IndexCreatedVersionMajor = _lastCommit.IndexCreatedVersionMajor,
            UserData = userData,
        };

    private long UnusedSegmentNumber()
    {
        lock (_stateLock)
        {
            return _nextSegment;
        }
    }

    private void Publish(SegmentInfos commit)
    {
        if (commit.MaxDoc > SegmentInfos.MaxDocuments)
        {
            throw new InvalidOperationException($"{commit.MaxDoc} documents are more than the {SegmentInfos.MaxDocuments} an index can hold");
        }

        string[] newFiles = [.. commit.Segments.SelectMany(segment => segment.Files()).Where(name => !_synced.Contains(name))];
        string? pending = null;
        try
        {
            pending = commit.WritePending(_directory, _config.Codec, _config.Ids);
            _directory.Sync([.. newFiles, pending]);

            // A disk may keep the new name of the commit and lose those of its segments, unless they are safe before.
            _directory.SyncMetadata();
            _directory.Rename(pending, commit.FileName);
        }
        catch
        {
            if (pending is not null && _directory.FileExists(pending))
            {
                _directory.DeleteFile(pending);
            }

            throw;
        }

        try
        {
            _directory.SyncMetadata();
        }
        catch (Exception problem)
        {
            _failure = problem; // The commit is there under its name, but may not outlive a crash.
            throw;
        }

        _synced.UnionWith(newFiles);
    }

    /// <summary>
    /// Deletes what neither a kept commit nor the writer needs. What cannot be looked at or deleted now is left for the next round: a commit
    /// that was published stays published. Needs the commit lock.
    /// </summary>
    private void TryDeleteUnneededFiles()
    {
        _readers.KeepOnly(_disposed ? [] : _segments.Select(segment => segment.Info.Info.Name)); // Some systems do not delete open files.
        try
        {
            _deleter.DeleteUnneeded(KeptFiles);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>
    /// The files that must stay: those of the commits that the policy keeps, and, while the writer lives, of its segments, of what merges read,
    /// and of segments that threads are writing. In mode Create the old index is not read (it may be damaged), so until the first commit
    /// replaces it all files stay that are not the writer's own.
    /// </summary>
    /// <param name="listed">The files that are there. They were listed before, so that none of a segment begun meanwhile is among them.</param>
    private HashSet<string> KeptFiles(IReadOnlyList<string> listed)
    {
        HashSet<string> kept = _disposed ? [] : FilesInUse(listed);
        if (_lastCommit.Generation > 0)
        {
            kept.UnionWith(_deleter.FilesOfKeptCommits(_lastCommit));
        }
        else if (listed.Any(name => SegmentInfos.TryParseGeneration(name, out _)))
        {
            kept.UnionWith(listed.Where(name => !IsOwn(name) && !IsFailedCommit(name)));
        }

        return kept;
    }

    private HashSet<string> FilesInUse(IReadOnlyList<string> listed)
    {
        lock (_stateLock)
        {
            IEnumerable<SegmentCommitInfo> segments = _segments.Concat(_fresh).Select(segment => segment.Info)
                .Concat(_merges.SelectMany(merge => merge.Sources));
            HashSet<string> files = [.. segments.SelectMany(segment => segment.Files())];
            files.UnionWith(listed.Where(name => IndexFileDeleter.TryParseSegment(name, out long number)
                && _writing.Contains("_" + IndexFileNames.ToBase36(number))));
            return files;
        }
    }

    private bool IsOwn(string name) => IndexFileDeleter.TryParseSegment(name, out long number) && number >= _firstSegment;

    /// <summary>A commit of this writer that got its name but was not acknowledged must not outlive its segments.</summary>
    private bool IsFailedCommit(string name) => SegmentInfos.TryParseGeneration(name, out long generation) && generation > _lastGeneration;
}
