using System.Runtime.ExceptionServices;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Adds, replaces and deletes documents of an index. Several threads may do so at once; each fills a buffer of its own, which becomes a
/// segment when it is large enough. Nothing is visible to readers before <see cref="Commit"/>, and then all of it at once; only
/// <see cref="OpenReader"/> sees more. One writer at a time holds the index (<c>write.lock</c>).
/// </summary>
/// <remarks>
/// <para>Three locks order the work. The gate is shared by those who change documents, for as long as one call takes, and held alone while
/// the changes are collected: so a commit sees whole updates, never a delete without the document that came with it. The state lock guards
/// what the changing threads share and is held for moments only. The commit lock lets one commit, merge or reader at a time work on the
/// collected segments; segments that other threads flush meanwhile wait among the fresh ones for the next collection. A merge holds it when
/// it begins and when it ends. Who needs several takes commit lock, gate, state lock in this order.</para>
/// <para>When writing a segment fails, documents that were accepted are lost. The writer then refuses everything but
/// <see cref="Dispose"/>, and the last commit stays the index.</para>
/// </remarks>
public sealed partial class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexWriterConfig _config;
    private readonly IDisposable _writeLock;
    private readonly FieldNumbers _fieldNumbers;
    private readonly IndexFileDeleter _deleter;
    private readonly SegmentMerger _merger;
    private readonly DeletesApplier _deletesApplier;
    private readonly ReaderPool _readers;
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Lock _commitLock = new();
    private readonly Lock _stateLock = new();
    private readonly Stack<SegmentBuffer> _idleBuffers = new();
    private readonly BufferedDeletes _deletes = new();
    private readonly HashSet<string> _synced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _writing = new(StringComparer.Ordinal);
    private readonly List<WriterSegment> _fresh = [];
    private List<WriterSegment> _segments = [];
    private SegmentInfos _lastCommit;
    private long _lastGeneration;
    private long _firstSegment;
    private long _nextSegment;
    private int _buffers;
    private Exception? _failure;
    private int _disposing;
    private volatile bool _disposed;

    /// <summary>Takes the lock of the index and deletes what a crash may have left.</summary>
    /// <exception cref="LockObtainFailedException">Another writer is at work.</exception>
    /// <exception cref="IndexNotFoundException">The mode is <see cref="OpenMode.Append"/> and there is no index.</exception>
    public IndexWriter(IndexDirectory directory, IndexWriterConfig config)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(config);
        _directory = directory;
        _config = config;
        _fieldNumbers = new FieldNumbers(config.Codec);
        _deleter = new IndexFileDeleter(directory, config.Codec, config.DeletionPolicy);
        _merger = new SegmentMerger(directory, config, _fieldNumbers);
        _readers = new ReaderPool(directory, config.Codec);
        _deletesApplier = new DeletesApplier(directory, config.Codec, _readers, config.Ids);
        _writeLock = directory.ObtainLock(IndexFileNames.WriteLock);
        try
        {
            _lastCommit = ReadLastCommit();
            TakeOverLastCommit();
        }
        catch
        {
            _writeLock.Dispose();
            _gate.Dispose();
            _abort.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A field contradicts how it was used before, or a term is too long; nothing was added.</exception>
    public void AddDocument(Document document) => Change(document, replaced: null);

    /// <summary>
    /// Replaces all documents that hold <paramref name="term"/> by this one. Readers see the old ones or the new one, never both nor none; when
    /// the document is refused, the old ones stay.
    /// </summary>
    /// <exception cref="ArgumentException">A field contradicts how it was used before, or a term is too long; nothing was changed.</exception>
    public void UpdateDocument(Term term, Document document) => Change(document, term);

    /// <summary>Deletes all documents that hold <paramref name="term"/> and were added before this call.</summary>
    public void DeleteDocuments(Term term)
    {
        ThrowIfUnusable();
        _gate.EnterReadLock();
        try
        {
            lock (_stateLock)
            {
                _deletes.Add(term);
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Writes all buffered documents as segments, without a commit.</summary>
    public void Flush()
    {
        ThrowIfUnusable();
        _gate.EnterWriteLock();
        try
        {
            FlushBuffers();
        }
        finally
        {
            _gate.ExitWriteLock();
        }

        StartEarlyMerges();
    }

    /// <summary>Drops everything since the last commit, ends merges that are under way, and gives the lock back.</summary>
    public void Rollback() => Dispose();

    /// <summary>
    /// Ends merges that are under way and gives the lock back. What was not committed is dropped; a file of it that cannot be deleted now is
    /// left for the next writer.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposing, 1) != 0)
        {
            return;
        }

        _abort.Cancel();
        Task[] merges;
        lock (_commitLock)
        {
            _disposed = true;
            merges = MergesUnderWay();
        }

        Task.WaitAll(merges);
        lock (_commitLock)
        {
            TryDeleteUnneededFiles();
            _writeLock.Dispose();
            _gate.Dispose();
            _abort.Dispose();
        }
    }

    private void Change(Document document, Term? replaced)
    {
        ArgumentNullException.ThrowIfNull(document);
        ThrowIfUnusable();
        bool wroteSegment = false;
        _gate.EnterReadLock();
        try
        {
            SegmentBuffer buffer = RentBuffer();
            try
            {
                buffer.AddDocument(document);
                NoteSequence(buffer, replaced);
            }
            catch
            {
                ReturnBuffer(buffer);
                throw;
            }

            wroteSegment = IsFull(buffer);
            if (wroteSegment)
            {
                WriteSegment(buffer);
            }
            else
            {
                ReturnBuffer(buffer);
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }

        if (wroteSegment)
        {
            StartEarlyMerges();
        }
    }

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failure is not null)
        {
            throw new InvalidOperationException(
                $"the writer lost documents when writing failed ({_failure.Message}); dispose it and begin again from the last commit", _failure);
        }
    }

    /// <summary>The document counts as added now; the delete that comes with it concerns those before.</summary>
    private void NoteSequence(SegmentBuffer buffer, Term? replaced)
    {
        lock (_stateLock)
        {
            buffer.NoteSequence(replaced is { } term ? _deletes.Add(term) : _deletes.NextSequence());
        }
    }

    private SegmentBuffer RentBuffer()
    {
        lock (_stateLock)
        {
            if (_idleBuffers.TryPop(out SegmentBuffer? buffer))
            {
                return buffer;
            }

            _buffers++;
            return new SegmentBuffer(_config.Analyzer, _fieldNumbers);
        }
    }

    private void ReturnBuffer(SegmentBuffer buffer)
    {
        lock (_stateLock)
        {
            _idleBuffers.Push(buffer);
        }
    }

    /// <summary>Every buffer may take its share, so that all together stay within the limit. One that is full leaves the pool.</summary>
    private bool IsFull(SegmentBuffer buffer)
    {
        lock (_stateLock)
        {
            bool full = buffer.MemoryBytes >= _config.RamBufferBytes / _buffers;
            _buffers -= full ? 1 : 0;
            return full;
        }
    }

    /// <summary>Writes every buffer as a segment, all at once: each has files of its own.</summary>
    private void FlushBuffers()
    {
        SegmentBuffer[] buffers = TakeIdleBuffers();
        if (buffers.Length == 1)
        {
            WriteSegment(buffers[0]);
            return;
        }

        try
        {
            Parallel.ForEach(buffers, WriteSegment);
        }
        catch (AggregateException problems)
        {
            // The caller is told what went wrong as if the buffers had been written one by one.
            ExceptionDispatchInfo.Throw(problems.InnerExceptions[0]);
        }
    }

    private SegmentBuffer[] TakeIdleBuffers()
    {
        lock (_stateLock)
        {
            SegmentBuffer[] buffers = [.. _idleBuffers];
            _idleBuffers.Clear();
            _buffers -= buffers.Length;
            return buffers;
        }
    }

    private void WriteSegment(SegmentBuffer buffer)
    {
        if (buffer.DocCount == 0)
        {
            return;
        }

        try
        {
            WriterSegment segment = ApplyEarlyDeletes(buffer, buffer.Write(_directory, _config, NextSegmentName()));
            lock (_stateLock)
            {
                _fresh.Add(segment);
                ForgetWriting(segment.Info.Info.Name);
            }
        }
        catch (Exception problem)
        {
            _failure = problem;
            throw;
        }
    }

    /// <summary>Deletes that came while the buffer filled concern some of its documents only, so they are applied with the documents' numbers.</summary>
    private WriterSegment ApplyEarlyDeletes(SegmentBuffer buffer, SegmentCommitInfo info)
    {
        KeyValuePair<Term, long>[] waiting;
        long upTo;
        lock (_stateLock)
        {
            waiting = _deletes.Snapshot();
            upTo = _deletes.LastSequence;
        }

        return waiting.Length == 0
            ? new WriterSegment(info, upTo)
            : _deletesApplier.Apply(new WriterSegment(info, AppliedSequence: 0), waiting, upTo, buffer.Sequences);
    }

    /// <summary>Gives out the name of a segment; its files stay until <see cref="ForgetWriting"/> is called.</summary>
    private string NextSegmentName()
    {
        lock (_stateLock)
        {
            string name = "_" + IndexFileNames.ToBase36(_nextSegment++);
            _writing.Add(name);
            return name;
        }
    }

    private void ForgetWriting(string segment)
    {
        lock (_stateLock)
        {
            _writing.Remove(segment);
        }
    }
}
