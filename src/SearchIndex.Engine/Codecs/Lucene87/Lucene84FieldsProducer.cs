namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Reads the inverted index of a segment. Fields name the format and the group of files that they lie in (spec 4.2); a field without
/// these attributes has no terms.
/// </summary>
internal sealed class Lucene84FieldsProducer : FieldsProducer
{
    private readonly List<BlockTreeTermsReader> _groups = [];
    private readonly Dictionary<string, BlockTreeTerms> _fields = new(StringComparer.Ordinal);

    /// <summary>Opens all groups of files.</summary>
    /// <exception cref="NotSupportedException">A field has another format.</exception>
    /// <exception cref="Store.CorruptIndexException">A file is damaged.</exception>
    public Lucene84FieldsProducer(SegmentState state)
    {
        var groups = new Dictionary<string, BlockTreeTermsReader>(StringComparer.Ordinal);
        try
        {
            foreach (FieldInfo field in state.Fields)
            {
                if (GroupOf(field) is not { } suffix)
                {
                    continue;
                }

                if (!groups.TryGetValue(suffix, out BlockTreeTermsReader? group))
                {
                    group = new BlockTreeTermsReader(state, suffix);
                    groups.Add(suffix, group);
                    _groups.Add(group);
                }

                if (group.Fields.TryGetValue(field.Name, out BlockTreeTerms? terms))
                {
                    _fields.Add(field.Name, terms);
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Terms? Terms(string field) => _fields.GetValueOrDefault(field);

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
        foreach (BlockTreeTermsReader group in _groups)
        {
            group.CheckIntegrity();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (BlockTreeTermsReader group in _groups)
        {
            group.Dispose();
        }
    }

    /// <summary>Returns the part of the file names that the group of a field has, or null when the field has no terms.</summary>
    private static string? GroupOf(FieldInfo field)
    {
        if (!field.IsIndexed || !field.Attributes.TryGetValue(Lucene84Format.FormatAttribute, out string? format))
        {
            return null;
        }

        if (format != Lucene84Format.Name)
        {
            throw new NotSupportedException($"field {field.Name} has postings in format {format}, which this engine does not read");
        }

        return field.Attributes.TryGetValue(Lucene84Format.SuffixAttribute, out string? suffix)
            ? Lucene84Format.SegmentSuffix(suffix)
            : throw new NotSupportedException($"field {field.Name} has postings in format {format} without a suffix");
    }
}
