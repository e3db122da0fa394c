using System.Globalization;
using System.Runtime.InteropServices;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>A segment that is being written. Disposed before it is complete, it leaves no file behind.</summary>
internal sealed class NewSegment : IDisposable
{
    private readonly TrackingDirectory _directory;
    private readonly Codec _codec;
    private readonly IndexWriterConfig _config;
    private bool _complete;

    /// <summary>Begins a segment.</summary>
    /// <param name="directory">Where its files go.</param>
    /// <param name="config">Says who writes them, where ids come from, and up to which size they are packed into one.</param>
    /// <param name="name">Its name.</param>
    /// <param name="maxDoc">How many documents it will have.</param>
    /// <param name="fields">Its fields.</param>
    public NewSegment(IndexDirectory directory, IndexWriterConfig config, string name, int maxDoc, FieldInfos fields)
    {
        _directory = new TrackingDirectory(directory);
        _codec = config.Codec;
        _config = config;
        var segment = new SegmentInfo(name, config.Ids.OfSegment(name), maxDoc)
        {
            Attributes = config.Codec.SegmentAttributes,
        };
        State = new SegmentState(_directory, segment, fields);
    }

    /// <summary>Gets what the formats need to write their files.</summary>
    public SegmentState State { get; }

    /// <summary>Writes the field infos, packs the files when they are small, and at last writes the <c>.si</c> with the list of all files.</summary>
    /// <param name="source">How the segment came to be: <c>flush</c> or <c>merge</c>.</param>
    /// <param name="minVersion">The smallest version that contributed documents; null for the current one.</param>
    public SegmentCommitInfo Complete(string source, LuceneVersion? minVersion = null)
    {
        _codec.WriteFieldInfos(_directory, State.Segment, State.Fields);
        bool compound = _config.CompoundFileMaxBytes > 0 && _directory.Created.Sum(_directory.FileLength) <= _config.CompoundFileMaxBytes;
        IReadOnlyCollection<string> files = compound ? Pack() : _directory.Created;
        SegmentInfo complete = State.Segment with
        {
            IsCompound = compound,
            MinVersion = minVersion ?? LuceneVersion.Current,
            Diagnostics = _config.Ids.AreDerived ? Origin(source) : Diagnostics(source),
            Files = [.. files, IndexFileNames.SegmentFile(State.Segment.Name, string.Empty, "si")],
        };
        _codec.WriteSegmentInfo(_directory, complete);
        _complete = true;
        return new SegmentCommitInfo(complete) { Id = _config.Ids.OfState(complete.Name, delGen: -1) };
    }

    /// <summary>Deletes what was written, unless the segment is complete.</summary>
    public void Dispose()
    {
        if (_complete)
        {
            return;
        }

        foreach (string name in _directory.Created.Where(_directory.FileExists))
        {
            _directory.DeleteFile(name);
        }
    }

    /// <summary>Packs what was written so far. A file that cannot be deleted yet is in no list, and goes when the writer looks for such.</summary>
    private IReadOnlyCollection<string> Pack()
    {
        string[] files = [.. _directory.Created];
        IReadOnlyCollection<string> packed = _codec.WriteCompound(_directory, State.Segment, files);
        foreach (string name in files)
        {
            try
            {
                _directory.DeleteFile(name);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        return packed;
    }

    private static Dictionary<string, string> Origin(string source) => new() { ["source"] = source, ["writer"] = "SearchIndex" };

    private static Dictionary<string, string> Diagnostics(string source) => new(Origin(source))
    {
        ["os"] = RuntimeInformation.OSDescription,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };
}
