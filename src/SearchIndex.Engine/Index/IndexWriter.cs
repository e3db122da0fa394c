using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Adds documents to an index. Several threads may add at once; each fills a buffer of its own, which becomes a segment when it is
/// large enough. Nothing is visible to readers before <see cref="Commit"/>, and then all of it at once. One writer at a time holds the
/// index (<c>write.lock</c>).
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexWriterConfig _config;
    private readonly IDisposable _writeLock;
    private readonly FieldNumbers _fieldNumbers;
    private readonly IndexFileDeleter _deleter;
    private readonly SegmentMerger _merger;
    private readonly Lock _lock = new();
    private readonly Stack<SegmentBuffer> _idleBuffers = new();
    private readonly HashSet<string> _synced = new(StringComparer.Ordinal);
    private List<SegmentCommitInfo> _segments = [];
    private SegmentInfos _lastCommit;
    private long _lastGeneration;
    private long _nextSegment;
    private int _buffers;
    private bool _disposed;

    /// <summary>Takes the lock of the index and deletes what a crash may have left.</summary>
    /// <exception cref="LockObtainFailedException">Another writer is at work.</exception>
    /// <exception cref="IndexNotFoundException">The mode is <see cref="OpenMode.Append"/> and there is no index.</exception>
    public IndexWriter(IndexDirectory directory, IndexWriterConfig config)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentOutOfRangeException.ThrowIfLessThan(config.MaxSegments, 1);
        _directory = directory;
        _config = config;
        _fieldNumbers = new FieldNumbers(config.Codec);
        _deleter = new IndexFileDeleter(directory);
        _merger = new SegmentMerger(directory, config.Codec, _fieldNumbers);
        _writeLock = directory.ObtainLock(IndexFileNames.WriteLock);
        try
        {
            _lastCommit = ReadLastCommit();
            TakeOverLastCommit();
        }
        catch
        {
            _writeLock.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document. It is in the index after the next <see cref="Commit"/>.</summary>
    /// <exception cref="ArgumentException">A field contradicts how it was used before, or a term is too long; nothing was added.</exception>
    public void AddDocument(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ObjectDisposedException.ThrowIf(_disposed, this);
        SegmentBuffer buffer = RentBuffer();
        bool full;
        try
        {
            buffer.AddDocument(document);
        }
        finally
        {
            full = ReturnUnlessFull(buffer);
        }

        if (full)
        {
            WriteSegment(buffer);
        }
    }

    /// <summary>Writes all buffered documents as segments, without a commit.</summary>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (TakeIdleBuffer() is { } buffer)
        {
            WriteSegment(buffer);
        }
    }

    /// <summary>
    /// Makes everything added so far the index, in one step (spec 3.2): when this returns, it is on stable storage and readers that
    /// open see it; when it throws, the index is what it was before. No document may be added meanwhile.
    /// </summary>
    /// <param name="userData">Notes that the commit carries; null for none.</param>
    /// <param name="cancellation">Ends the merging before the commit; nothing is committed then.</param>
    /// <returns>The commit.</returns>
    public SegmentInfos Commit(IReadOnlyDictionary<string, string>? userData = null, CancellationToken cancellation = default)
    {
        Flush();
        lock (_lock)
        {
            MergeDownTo(_config.MaxSegments, cancellation);
            var commit = new SegmentInfos([.. _segments])
            {
                Generation = _lastGeneration + 1,
                Version = _lastCommit.Version + 1,
                Counter = _nextSegment,
                IndexCreatedVersionMajor = _lastCommit.IndexCreatedVersionMajor,
                UserData = userData ?? new Dictionary<string, string>(),
            };
            Publish(commit);
            _lastCommit = commit;
            _lastGeneration = commit.Generation;
            _deleter.DeleteUnneeded(commit.Files().ToHashSet(StringComparer.Ordinal));
            return commit;
        }
    }

    /// <summary>Gives the lock back. What was not committed is dropped.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            _deleter.DeleteUnneeded(FilesOfLastCommit());
        }
        finally
        {
            _writeLock.Dispose();
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
        _nextSegment = Math.Max(_lastCommit.Counter, highestSegment + 1);
        _lastGeneration = highestGeneration;
        _segments = [.. _lastCommit.Segments];
        foreach (SegmentCommitInfo segment in _segments)
        {
            using var reader = new SegmentReader(_directory, _config.Codec, segment);
            _fieldNumbers.Register(reader.FieldInfos);
        }

        _synced.UnionWith(_lastCommit.Segments.SelectMany(segment => segment.Files()));
        _deleter.DeleteUnneeded(FilesOfLastCommit());
    }

    /// <summary>
    /// The files that must stay while nothing new is committed. In mode Create the old index is not read (it may be damaged), so all files
    /// stay until the first commit replaces them.
    /// </summary>
    private HashSet<string> FilesOfLastCommit() =>
        _lastCommit.Generation == 0 && SegmentInfos.LastGeneration(_directory) > 0
            ? [.. _directory.ListAll().Except(_segments.SelectMany(segment => segment.Files()), StringComparer.Ordinal)]
            : _lastCommit.Generation == 0 ? [] : _lastCommit.Files().ToHashSet(StringComparer.Ordinal);

    private SegmentBuffer RentBuffer()
    {
        lock (_lock)
        {
            if (_idleBuffers.TryPop(out SegmentBuffer? buffer))
            {
                return buffer;
            }

            _buffers++;
            return new SegmentBuffer(_config.Analyzer, _fieldNumbers);
        }
    }

    private bool ReturnUnlessFull(SegmentBuffer buffer)
    {
        lock (_lock)
        {
            // Every buffer may take its share, so that all together stay within the limit.
            if (buffer.MemoryBytes < _config.RamBufferBytes / _buffers)
            {
                _idleBuffers.Push(buffer);
                return false;
            }

            _buffers--;
            return true;
        }
    }

    private SegmentBuffer? TakeIdleBuffer()
    {
        lock (_lock)
        {
            if (!_idleBuffers.TryPop(out SegmentBuffer? buffer))
            {
                return null;
            }

            _buffers--;
            return buffer;
        }
    }

    private void WriteSegment(SegmentBuffer buffer)
    {
        if (buffer.DocCount == 0)
        {
            return;
        }

        SegmentCommitInfo segment = buffer.Write(_directory, _config.Codec, NextSegmentName());
        lock (_lock)
        {
            _segments.Add(segment);
        }
    }

    private string NextSegmentName()
    {
        lock (_lock)
        {
            return "_" + IndexFileNames.ToBase36(_nextSegment++);
        }
    }

    private void MergeDownTo(int maxSegments, CancellationToken cancellation)
    {
        if (_segments.Count <= maxSegments)
        {
            return;
        }

        // The smallest ones together make one segment; it stands where the first of them stood.
        List<SegmentCommitInfo> smallest =
            [.. _segments.OrderBy(segment => segment.NumDocs).Take(_segments.Count - maxSegments + 1)];
        List<SegmentCommitInfo> sources = [.. _segments.Where(smallest.Contains)];
        SegmentCommitInfo? merged = _merger.Merge(sources, NextSegmentName(), cancellation);
        int place = _segments.IndexOf(sources[0]);
        _segments.RemoveAll(sources.Contains);
        if (merged is not null)
        {
            _segments.Insert(place, merged);
        }
    }

    private void Publish(SegmentInfos commit)
    {
        if (commit.MaxDoc > SegmentInfos.MaxDocuments)
        {
            throw new InvalidOperationException($"{commit.MaxDoc} documents are more than the {SegmentInfos.MaxDocuments} an index can hold");
        }

        string[] newFiles = [.. commit.Segments.SelectMany(segment => segment.Files()).Where(name => !_synced.Contains(name))];
        string pending = commit.WritePending(_directory, _config.Codec);
        try
        {
            _directory.Sync([.. newFiles, pending]);
            _directory.Rename(pending, commit.FileName);
        }
        catch
        {
            if (_directory.FileExists(pending))
            {
                _directory.DeleteFile(pending);
            }

            throw;
        }

        _directory.SyncMetadata();
        _synced.UnionWith(newFiles);
    }
}
