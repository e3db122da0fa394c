using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>What a commit says of its segments together, and what lies beside it in the folder.</summary>
internal static class CommitCheck
{
    /// <summary>Lists what makes the commit unusable.</summary>
    public static IEnumerable<string> Problems(SegmentInfos commit)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            string name = segment.Info.Name;
            if (!names.Add(name))
            {
                yield return $"segment {name} occurs twice";
            }

            if (!name.StartsWith('_') || !IndexFileNames.TryParseBase36(name.AsSpan(1), out long number))
            {
                yield return $"segment {name} has no number in its name";
            }
            else if (number >= commit.Counter)
            {
                yield return $"the next segment would be number {commit.Counter}, and {name} is there already";
            }
        }
    }

    /// <summary>Lists what is sound but should not be: leftovers of a crash, older commits, fields that changed their kind.</summary>
    public static IEnumerable<string> Drifts(IndexDirectory directory, Codec codec, SegmentInfos commit)
    {
        HashSet<string> needed = commit.Files().ToHashSet(StringComparer.Ordinal);
        foreach (string name in directory.ListAll().Where(name => IndexFileDeleter.IsIndexFile(name) && !needed.Contains(name)))
        {
            if (SegmentInfos.TryParseGeneration(name, out long generation))
            {
                yield return $"{name} is an older commit (generation {generation})";
            }
            else
            {
                yield return name.StartsWith(IndexFileNames.PendingSegments, StringComparison.Ordinal)
                    ? $"{name} is a commit that was never finished"
                    : $"{name} belongs to no segment of the commit";
            }
        }

        foreach (string drift in FieldDrifts(directory, codec, commit))
        {
            yield return drift;
        }
    }

    /// <summary>A field should be of one kind in all segments: Java's writer refuses an index where it is not (spec 4.2).</summary>
    private static IEnumerable<string> FieldDrifts(IndexDirectory directory, Codec codec, SegmentInfos commit)
    {
        var known = new Dictionary<string, FieldInfo>(StringComparer.Ordinal);
        foreach (SegmentCommitInfo segment in commit.Segments)
        {
            foreach (FieldInfo field in ReadFields(directory, codec, segment))
            {
                FieldInfo first = known.TryAdd(field.Name, field) ? field : known[field.Name];
                bool agree = first.DocValuesType == field.DocValuesType
                    || first.DocValuesType == Util.DocValuesType.None || field.DocValuesType == Util.DocValuesType.None;
                if (!agree)
                {
                    yield return $"field {field.Name} has {field.DocValuesType} values in segment {segment.Info.Name}, "
                        + $"{first.DocValuesType} before";
                }
            }
        }
    }

    private static FieldInfos ReadFields(IndexDirectory directory, Codec codec, SegmentCommitInfo segment)
    {
        try
        {
            using IndexDirectory? compound = segment.Info.IsCompound ? codec.OpenCompound(directory, segment.Info) : null;
            return codec.ReadFieldInfos(
                segment.FieldInfosGen == -1 && compound is not null ? compound : directory, segment.Info, segment.FieldInfosGen);
        }
        catch (Exception problem) when (Damage.Is(problem))
        {
            return new FieldInfos([]); // The segment's own section says what is wrong.
        }
    }
}
