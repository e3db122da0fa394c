using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>Checks one segment part by part. The first contradiction of a part is noted; the other parts are checked all the same.</summary>
internal sealed class SegmentCheck(IndexDirectory directory, Codec codec, SegmentCommitInfo segment, CancellationToken cancellation)
{
    private readonly List<PartReport> _parts = [];

    public SegmentReport Run()
    {
        Part("files", () => FilesCheck.Run(directory, codec, segment));
        SegmentReader? reader = null;
        Part("fields", () =>
        {
            reader = new SegmentReader(directory, codec, segment);
            return $"{reader.FieldInfos.Count} fields";
        });
        using (reader)
        {
            if (reader is not null)
            {
                CheckParts(reader);
            }
        }

        return new SegmentReport(segment.Info.Name, segment.Info.MaxDoc, segment.NumDocs, _parts);
    }

    private void CheckParts(SegmentReader reader)
    {
        var terms = new TermsCheck(reader, cancellation);
        Part("live documents", () => LiveDocsCheck.Run(reader));
        Part("terms and postings", terms.Run);
        Part("norms", () => NormsCheck.Run(reader, terms.DocsWithTerms, cancellation));
        Part("doc values", () => DocValuesCheck.Run(reader, cancellation));
        Part("points", () => PointsCheck.Run(reader, cancellation));
        Part("stored fields", () => StoredFieldsCheck.Run(reader, cancellation));
    }

    private void Part(string name, Func<string> check)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            _parts.Add(new PartReport(name, check(), null));
        }
        catch (Exception problem) when (Damage.Is(problem))
        {
            _parts.Add(new PartReport(name, string.Empty, problem.Message));
        }
    }
}
