using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index;

/// <summary>
/// A commit: the list of segments that make up the index, in document order (spec 3). Immutable; a change makes a new one.
/// <code>
/// segments_N := Header("segments", 10, id, N36) Version IndexCreatedMajor version counter numSegments
///               [MinSegmentVersion] Segment* userData Footer
/// </code>
/// </summary>
public sealed class SegmentInfos
{
    private const string CodecName = "segments";
    private const int VersionOldest = 7;
    private const int VersionCurrent = 10;

    /// <summary>The largest number of documents of an index (spec 3.5).</summary>
    public const int MaxDocuments = int.MaxValue - 128;

    /// <summary>Creates a list of segments that no file holds yet.</summary>
    public SegmentInfos(IReadOnlyList<SegmentCommitInfo> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        Segments = segments;
    }

    /// <summary>Gets the segments in document order.</summary>
    public IReadOnlyList<SegmentCommitInfo> Segments { get; }

    /// <summary>Gets the generation: the N of <c>segments_N</c>; 0 before the first commit.</summary>
    public long Generation { get; init; }

    /// <summary>Gets the id of the commit's file in hexadecimal digits; empty before it is written.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Gets a number that grows with every change of the index.</summary>
    public long Version { get; init; }

    /// <summary>Gets the number for the next new segment's name, above all that were ever used.</summary>
    public long Counter { get; init; }

    /// <summary>Gets the major version that created the index.</summary>
    public int IndexCreatedVersionMajor { get; init; } = LuceneVersion.Current.Major;

    /// <summary>Gets what the committer noted.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the name of the commit's file.</summary>
    public string FileName => CommitFileName(Generation);

    /// <summary>Gets the number of documents, deleted ones included.</summary>
    public int MaxDoc => Segments.Sum(segment => segment.Info.MaxDoc);

    /// <summary>Lists every file that the commit needs, its own included.</summary>
    public IEnumerable<string> Files() => Segments.SelectMany(segment => segment.Files()).Append(FileName);

    /// <summary>Returns the name of the file of a commit.</summary>
    public static string CommitFileName(long generation) => $"{IndexFileNames.Segments}_{IndexFileNames.ToBase36(generation)}";

    /// <summary>Returns the generation in the name of a commit file; false for any other name.</summary>
    public static bool TryParseGeneration(string fileName, out long generation)
    {
        const string prefix = IndexFileNames.Segments + "_";
        generation = 0;
        return fileName.StartsWith(prefix, StringComparison.Ordinal)
            && IndexFileNames.TryParseBase36(fileName.AsSpan(prefix.Length), out generation);
    }

    /// <summary>Returns the generation of the newest commit in a directory, or 0 when it holds none.</summary>
    public static long LastGeneration(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        long last = 0;
        foreach (string name in directory.ListAll())
        {
            if (TryParseGeneration(name, out long generation))
            {
                last = Math.Max(last, generation);
            }
        }

        return last;
    }

    /// <summary>Reads only the id of the commit of a generation.</summary>
    public static string ReadId(IndexDirectory directory, long generation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        using IndexInput input = directory.OpenInput(CommitFileName(generation));
        CodecUtil.CheckHeader(input, CodecName, VersionOldest, VersionCurrent);
        return Convert.ToHexStringLower(input.ReadSpan(CodecUtil.IdLength));
    }

    /// <summary>Reads the newest commit. A commit that is replaced meanwhile is tried again with the newer one (spec 3.3).</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    /// <exception cref="CorruptIndexException">The newest commit is damaged.</exception>
    public static SegmentInfos ReadLatest(IndexDirectory directory, Codec codec)
    {
        for (long tried = -1; ;)
        {
            long generation = LastGeneration(directory);
            if (generation == 0)
            {
                throw new IndexNotFoundException("there is no index: no segments_N file in the folder");
            }

            try
            {
                return Read(directory, codec, generation);
            }
            catch (FileNotFoundException problem)
            {
                if (generation == tried)
                {
                    throw new CorruptIndexException($"commit {CommitFileName(generation)} names a file that is missing: {problem.FileName}", problem);
                }

                tried = generation;
            }
        }
    }

    /// <summary>Reads the commit of a generation.</summary>
    public static SegmentInfos Read(IndexDirectory directory, Codec codec, long generation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(codec);
        string name = CommitFileName(generation);
        using IndexInput input = directory.OpenInput(name);
        CodecUtil.CheckWholeFile(input);
        int format = CodecUtil.CheckHeader(input, CodecName, VersionOldest, VersionCurrent);
        if (format != VersionCurrent)
        {
            throw new IndexFormatTooOldException(name, format, VersionCurrent, VersionCurrent);
        }

        string id = Convert.ToHexStringLower(input.ReadSpan(CodecUtil.IdLength));
        string suffix = System.Text.Encoding.ASCII.GetString(input.ReadSpan(input.ReadByte()));
        if (suffix != IndexFileNames.ToBase36(generation))
        {
            throw new CorruptIndexException($"the commit says generation {suffix}", name, input.Position);
        }

        return ReadBody(input, directory, codec, generation, id);
    }

    /// <summary>
    /// Writes the commit under the pending name. The caller syncs, then renames it to <see cref="FileName"/> (spec 3.2).
    /// </summary>
    /// <param name="directory">Where to.</param>
    /// <param name="codec">The format of the segments.</param>
    /// <param name="ids">Where the id comes from; null for a random one.</param>
    /// <returns>The pending name.</returns>
    public string WritePending(IndexDirectory directory, Codec codec, IndexIds? ids = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(codec);
        string suffix = IndexFileNames.ToBase36(Generation);
        string pending = $"{IndexFileNames.PendingSegments}_{suffix}";
        using IndexOutput output = directory.CreateOutput(pending);
        CodecUtil.WriteIndexHeader(output, CodecName, VersionCurrent, (ids ?? IndexIds.Random).OfCommit(Generation), suffix);
        WriteVersion(output, LuceneVersion.Current);
        output.WriteVInt32(IndexCreatedVersionMajor);
        output.WriteInt64(Version);
        output.WriteVInt64(Counter);
        output.WriteInt32(Segments.Count);
        if (Segments.Count > 0)
        {
            WriteVersion(output, Segments.Min(segment => segment.Info.Version));
        }

        foreach (SegmentCommitInfo segment in Segments)
        {
            WriteSegment(output, codec, segment);
        }

        output.WriteMap(UserData);
        CodecUtil.WriteFooter(output);
        return pending;
    }

    private static SegmentInfos ReadBody(IndexInput input, IndexDirectory directory, Codec codec, long generation, string id)
    {
        LuceneVersion written = ReadVersion(input);
        int createdMajor = input.ReadVInt32();
        if (written.Major > LuceneVersion.Current.Major)
        {
            throw new IndexFormatTooNewException($"commit {input.Name} is written by Lucene {written}; this engine reads 8.7 and 8.8");
        }

        if (createdMajor > written.Major)
        {
            throw new CorruptIndexException($"created by version {createdMajor}, written by the older {written}", input.Name, input.Position);
        }

        if (createdMajor < 7)
        {
            throw new IndexFormatTooOldException(input.Name, createdMajor, 7, LuceneVersion.Current.Major);
        }

        long version = input.ReadInt64();
        long counter = input.ReadVInt64();
        int count = input.ReadInt32();
        if (count < 0)
        {
            throw new CorruptIndexException($"{count} segments", input.Name, input.Position);
        }

        LuceneVersion? oldest = count > 0 ? ReadVersion(input) : null;
        var segments = new List<SegmentCommitInfo>();
        long documents = 0;
        for (int index = 0; index < count; index++)
        {
            SegmentCommitInfo segment = ReadSegment(input, directory, codec);
            if (segment.Info.Version < oldest || segment.Info.Version.Major < createdMajor)
            {
                throw new CorruptIndexException(
                    $"segment {segment.Info.Name} is of version {segment.Info.Version}, the oldest is {oldest} in an index of {createdMajor}",
                    input.Name,
                    input.Position);
            }

            documents += segment.Info.MaxDoc;
            segments.Add(segment);
        }

        if (documents > MaxDocuments)
        {
            throw new CorruptIndexException($"{documents} documents are more than an index can hold", input.Name, input.Position);
        }

        Dictionary<string, string> userData = input.ReadMap();
        CodecUtil.CheckAtFooter(input);
        return new SegmentInfos(segments)
        {
            Generation = generation,
            Id = id,
            Version = version,
            Counter = counter,
            IndexCreatedVersionMajor = createdMajor,
            UserData = userData,
        };
    }

    private static SegmentCommitInfo ReadSegment(IndexInput input, IndexDirectory directory, Codec codec)
    {
        string name = input.ReadString();
        byte[] id = input.ReadSpan(CodecUtil.IdLength).ToArray();
        string codecName = input.ReadString();
        if (codecName != codec.Name)
        {
            throw ForeignCodec.Refuse(name, codecName, codec.Name);
        }

        SegmentInfo info = codec.ReadSegmentInfo(directory, name, id);
        long delGen = input.ReadInt64();
        int delCount = input.ReadInt32();
        long fieldInfosGen = input.ReadInt64();
        long docValuesGen = input.ReadInt64();
        int softDelCount = input.ReadInt32();
        if (delCount < 0 || delCount > info.MaxDoc || (delGen == -1 && delCount != 0) || softDelCount < 0
            || softDelCount + delCount > info.MaxDoc)
        {
            throw new CorruptIndexException(
                $"segment {name} of {info.MaxDoc} documents has {delCount} deleted and {softDelCount} soft-deleted", input.Name, input.Position);
        }

        byte[]? commitId = input.ReadByte() switch
        {
            0 => null,
            1 => input.ReadSpan(CodecUtil.IdLength).ToArray(),
            byte marker => throw new CorruptIndexException($"marker {marker} is neither 0 nor 1", input.Name, input.Position),
        };
        HashSet<string> fieldInfosFiles = input.ReadSet();
        int updates = input.ReadInt32();
        if (updates < 0)
        {
            throw new CorruptIndexException($"segment {name} has {updates} fields with updated doc values", input.Name, input.Position);
        }

        var updateFiles = new Dictionary<int, IReadOnlyCollection<string>>();
        for (int index = 0; index < updates; index++)
        {
            int fieldNumber = input.ReadInt32();
            updateFiles[fieldNumber] = input.ReadSet();
        }

        if (delGen < -1 || fieldInfosGen < -1 || docValuesGen < -1)
        {
            throw new CorruptIndexException(
                $"segment {name} has the generations {delGen}, {fieldInfosGen} and {docValuesGen}", input.Name, input.Position);
        }

        return new SegmentCommitInfo(info)
        {
            DelGen = delGen,
            DelCount = delCount,
            FieldInfosGen = fieldInfosGen,
            DocValuesGen = docValuesGen,
            SoftDelCount = softDelCount,
            Id = commitId,
            FieldInfosFiles = fieldInfosFiles,
            DocValuesUpdateFiles = updateFiles,
        };
    }

    private static void WriteSegment(IndexOutput output, Codec codec, SegmentCommitInfo segment)
    {
        output.WriteString(segment.Info.Name);
        output.WriteBytes(segment.Info.Id.Span);
        output.WriteString(codec.Name);
        output.WriteInt64(segment.DelGen);
        output.WriteInt32(segment.DelCount);
        output.WriteInt64(segment.FieldInfosGen);
        output.WriteInt64(segment.DocValuesGen);
        output.WriteInt32(segment.SoftDelCount);
        output.WriteByte(segment.Id is null ? (byte)0 : (byte)1);
        output.WriteBytes(segment.Id);
        output.WriteSet(segment.FieldInfosFiles);
        output.WriteInt32(segment.DocValuesUpdateFiles.Count);
        foreach ((int fieldNumber, IReadOnlyCollection<string> files) in segment.DocValuesUpdateFiles)
        {
            output.WriteInt32(fieldNumber);
            output.WriteSet(files);
        }
    }

    private static LuceneVersion ReadVersion(IndexInput input)
    {
        var version = new LuceneVersion(input.ReadVInt32(), input.ReadVInt32(), input.ReadVInt32());
        return version.IsPlausible ? version : throw new CorruptIndexException($"version {version}", input.Name, input.Position);
    }

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteVInt32(version.Major);
        output.WriteVInt32(version.Minor);
        output.WriteVInt32(version.Bugfix);
    }
}
