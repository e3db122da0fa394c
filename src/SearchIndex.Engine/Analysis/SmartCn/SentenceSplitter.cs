using System.Text;

namespace SearchIndex.Engine.Analysis.SmartCn;

/// <summary>
/// Finds where sentences end, with the state machine that describes the sentence iterator of OpenJDK 17 for the root locale
/// (spec 3.2), its oddities included: segmentation depends on where sentences begin.
/// </summary>
internal sealed class SentenceSplitter
{
    // States by kind: those before P0 confirm the end of the unit they are entered with, those from P0 to PS2 only mark it as a
    // possible end, X and X2 do neither; the last two end the scan with the confirmed or the marked end.
    private const int FirstMarkState = 5;
    private const int FirstNeutralState = 9;
    private const int StopState = 11;
    private const int HitState = 12;
    private const int ClassCount = (int)SentenceClass.Ignored;

    private static readonly string[] StateNames = ["A", "T1", "TS", "D1", "B1", "P0", "PQ", "PS1", "PS2", "X", "X2", "-", "HIT"];

    // A row per state in the order of the names, a column per class in the order O S T Q C N P U L D B.
    private static readonly byte[] Transitions = ParseRows(
        "A  A   T1 A  A  A P0 A   A   D1 B1",
        "-  TS  T1 T1 T1 - T1 -   -   -  B1",
        "-  TS  -  -  -  - -  -   -   -  B1",
        "-  D1  -  -  -  - -  -   -   -  -",
        "-  -   -  -  -  - -  -   -   -  -",
        "X  PS1 T1 PQ P0 A P0 A   A   X  B1",
        "X2 PS1 T1 PQ P0 A P0 HIT HIT X2 B1",
        "X  PS2 T1 X  A  A P0 HIT A   X  B1",
        "X2 PS2 T1 X2 A  A P0 HIT HIT X2 B1",
        "X  A   T1 X  A  A P0 HIT HIT X  B1",
        "X2 -   -  X  -  - -  HIT HIT X  -");

    private readonly SentenceClasses _classes = SentenceClasses.Shared;

    /// <summary>Returns the end, exclusive, of the sentence that starts at the unit <paramref name="start"/> of a text.</summary>
    internal int FindEnd(ReadOnlySpan<char> text, int start)
    {
        ClassAt(text, start, out int firstLength);
        int confirmed = start + firstLength;
        int marked = 0;
        int state = 0;
        int at = start;
        while (at < text.Length)
        {
            SentenceClass kind = ClassAt(text, at, out int length);
            at += length;
            if (kind < SentenceClass.Ignored)
            {
                state = Transitions[(state * ClassCount) + (int)kind];
                if (state >= StopState)
                {
                    return state == HitState ? marked : confirmed;
                }
            }
            else if (kind == SentenceClass.Stop)
            {
                return confirmed;
            }

            if (state < FirstMarkState)
            {
                confirmed = at;
            }
            else if (state < FirstNeutralState)
            {
                marked = at;
            }
        }

        return marked == text.Length ? marked : confirmed;
    }

    private SentenceClass ClassAt(ReadOnlySpan<char> text, int at, out int length)
    {
        char unit = text[at];
        if (char.IsHighSurrogate(unit) && at + 1 < text.Length && Rune.TryCreate(unit, text[at + 1], out Rune character))
        {
            length = 2;
            return _classes.OfSupplementary(character);
        }

        length = 1;
        return _classes.OfUnit(unit);
    }

    private static byte[] ParseRows(params string[] rows) =>
        [.. rows.SelectMany(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(name => (byte)Array.IndexOf(StateNames, name))];
}
