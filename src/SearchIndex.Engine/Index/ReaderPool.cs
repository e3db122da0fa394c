using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Opens segments for a writer. From the first near-real-time reader on it keeps them open, so that the next reader, and the next deletes, read
/// only what is new. Before that nothing is kept: who only writes has no use of it. Safe for several threads.
/// </summary>
internal sealed class ReaderPool(IndexDirectory directory, Codec codec)
{
    private readonly Dictionary<string, SegmentReader> _readers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private bool _keeps;

    /// <summary>Keeps from now on what is opened.</summary>
    public void StartKeeping()
    {
        lock (_lock)
        {
            _keeps = true;
        }
    }

    /// <summary>Opens the newest state of a segment, with a share for the caller.</summary>
    public SegmentReader Open(SegmentCommitInfo segment)
    {
        lock (_lock)
        {
            string name = segment.Info.Name;
            SegmentReader? known = _readers.GetValueOrDefault(name);
            SegmentReader reader = SegmentReader.Open(directory, codec, segment, known);
            if (_keeps && !ReferenceEquals(reader, known))
            {
                reader.TryIncRef();
                _readers[name] = reader;
                known?.DecRef();
            }

            return reader;
        }
    }

    /// <summary>Lets go of all segments but some.</summary>
    public void KeepOnly(IEnumerable<string> names)
    {
        lock (_lock)
        {
            foreach (string name in _readers.Keys.Except(names, StringComparer.Ordinal).ToArray())
            {
                _readers.Remove(name, out SegmentReader? reader);
                reader!.DecRef();
            }
        }
    }
}
