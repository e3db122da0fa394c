namespace SearchIndex.Engine.Index.Checks;

/// <summary>As many documents are live as the commit says (spec 14, 2 and 4).</summary>
internal static class LiveDocsCheck
{
    public static string Run(SegmentReader reader)
    {
        Expect.That(reader.MaxDoc > 0, $"maxDoc is {reader.MaxDoc}");
        if (reader.LiveDocs is not { } live)
        {
            Expect.That(reader.NumDocs == reader.MaxDoc, $"{reader.NumDocs} of {reader.MaxDoc} documents are live, no file says which");
            return "nothing deleted";
        }

        int count = live.Cardinality();
        Expect.That(count == reader.NumDocs, $"{count} live documents, the commit says {reader.NumDocs}");
        return $"{reader.MaxDoc - count} of {reader.MaxDoc} documents deleted";
    }
}
