using SearchIndex.Engine.Codecs;

namespace SearchIndex.Engine.Index.Checks;

/// <summary>
/// Reads a column three ways at once — from document to document, by asking for every document, and in jumps that grow — which must all
/// give the same (spec 14, 6 and 20).
/// </summary>
internal sealed class ColumnWalk(Func<ColumnCursor> open, int maxDoc)
{
    private const int LongestJump = 1 << 20;

    private readonly ColumnCursor _walking = open();
    private readonly ColumnCursor _asked = open();
    private readonly ColumnCursor _jumping = open();
    private int _jump = 1;
    private int _untilJump;

    /// <summary>Checks the column and returns how many documents have a value.</summary>
    /// <param name="visit">Is shown each document with a value, and a digest of the value.</param>
    public int Run(Action<int, long>? visit = null)
    {
        int previous = _walking.Iterator.DocId;
        Expect.That(previous == -1, $"a new iterator stands at document {previous}");
        int documents = 0;
        for (int docId = _walking.Iterator.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = _walking.Iterator.NextDoc())
        {
            Expect.That(docId > previous && docId < maxDoc, $"document {docId} of {maxDoc} follows {previous}");
            long value = _walking.Read();
            ExpectNone(previous + 1, docId);
            bool found = _asked.AdvanceExact(docId);
            Expect.That(found && _asked.Read() == value, $"document {docId} has a value, and another or none when asked for");
            Jump(previous + 1, docId, value);
            visit?.Invoke(docId, value);
            previous = docId;
            documents++;
        }

        ExpectNone(previous + 1, maxDoc);
        if (previous + 1 < maxDoc)
        {
            int end = _jumping.Iterator.Advance(previous + 1);
            Expect.That(end == DocIdSetIterator.NoMoreDocs, $"document {previous} is the last, a jump behind it leads to {end}");
        }

        return documents;
    }

    private void ExpectNone(int from, int to)
    {
        for (int docId = from; docId < to; docId++)
        {
            Expect.That(!_asked.AdvanceExact(docId), $"document {docId} has a value when asked for, the iterator passes over it");
        }
    }

    private void Jump(int target, int docId, long value)
    {
        if (--_untilJump > 0)
        {
            return;
        }

        int reached = _jumping.Iterator.Advance(target);
        Expect.That(reached == docId && _jumping.Read() == value, $"a jump to {target} leads to {reached} or another value, walking to {docId}");
        _jump = _jump >= LongestJump ? 1 : (_jump * 2) + 1;
        _untilJump = _jump;
    }
}
