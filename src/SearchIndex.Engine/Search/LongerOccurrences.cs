using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Search;

/// <summary>Finds where a <see cref="LongerPhrase"/> takes a form in, in one document after another. For one thread.</summary>
internal sealed class LongerOccurrences
{
    private readonly ExactPhraseMatcher _matcher;
    private readonly int _formStart;
    private readonly DocIdSetIterator? _documents;

    private LongerOccurrences(LongerPhrase phrase, PhraseCursor[] cursors, DocIdSetIterator? documents)
    {
        _formStart = cursors[0].SlotPosition + phrase.Lead;
        _matcher = new ExactPhraseMatcher(cursors);
        _documents = documents;
    }

    /// <summary>Creates the walk over cursors that have not been moved.</summary>
    public static LongerOccurrences OverSegment(LongerPhrase phrase, PhraseCursor[] cursors) =>
        new(phrase, cursors, new ConjunctionIterator(cursors.Select(cursor => cursor.Postings)));

    /// <summary>Creates the walk over cursors that all stand at the only document that matters.</summary>
    public static LongerOccurrences InDocument(LongerPhrase phrase, PhraseCursor[] cursors) => new(phrase, cursors, documents: null);

    /// <summary>Adds the positions at which an occurrence of the form in a document is part of the longer phrase.</summary>
    /// <param name="doc">The document, behind the one of the last call.</param>
    /// <param name="starts">Receives the first position of each.</param>
    public void AddTo(int doc, HashSet<int> starts)
    {
        if (!Reach(doc))
        {
            return;
        }

        _matcher.StartDocument();
        while (_matcher.NextMatch())
        {
            starts.Add(_matcher.PhraseStart + _formStart);
        }
    }

    private bool Reach(int doc)
    {
        if (_documents is null)
        {
            return true;
        }

        int reached = _documents.DocId < doc ? _documents.Advance(doc) : _documents.DocId;
        return reached == doc;
    }
}
