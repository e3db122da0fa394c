using System.Text;

namespace SearchIndex.News.Provenance;

/// <summary>Makes a <see cref="SourceMap"/> from the places of the single units of a text.</summary>
internal sealed class SourceMapWriter
{
    private readonly StringBuilder _packed = new();
    private readonly Func<int, int, ByteSpan?> _findLetters;
    private int _run;
    private int _bytes;
    private int _pending;

    /// <summary>Creates the writer of one map.</summary>
    /// <param name="findLetters">Returns the span of the text of the file, markup excepted, between two bytes; null when there is none.</param>
    public SourceMapWriter(Func<int, int, ByteSpan?> findLetters)
    {
        _findLetters = findLetters;
    }

    /// <summary>Adds units.</summary>
    /// <param name="text">The units.</param>
    /// <param name="places">Where each stands; both halves of a surrogate pair have the same place. Empty when nobody knows.</param>
    public void Add(ReadOnlySpan<char> text, ReadOnlySpan<ByteSpan> places)
    {
        if (places.IsEmpty)
        {
            AddUnknown(text.Length);
            return;
        }

        for (int at = 0; at < text.Length;)
        {
            int units = Rune.DecodeFromUtf16(text[at..], out _, out int taken) == System.Buffers.OperationStatus.Done ? taken : 1;

            // A character reference may stand for two characters.
            while (places[at].IsSomewhere && at + units < text.Length && places[at + units] == places[at])
            {
                units++;
            }

            Add(text.Slice(at, units), places[at]);
            at += units;
        }
    }

    /// <summary>Adds a unit that only parts what stands on either side, such as the line feed between paragraphs.</summary>
    public void AddBorder() => _pending++;

    /// <summary>Returns the map; to be called once.</summary>
    public SourceMap ToMap()
    {
        FlushPending();
        if (_run > 0)
        {
            Step(0, 0);
        }

        return new SourceMap(_packed.ToString());
    }

    private void Add(ReadOnlySpan<char> units, ByteSpan place)
    {
        if (!place.IsSomewhere)
        {
            AddUnplaced(units);
            return;
        }

        MoveTo(place.Start);
        if (Encoding.UTF8.GetByteCount(units) == place.Length)
        {
            _run += units.Length;
        }
        else
        {
            Step(units.Length, place.Length);
        }

        _bytes = place.End;
    }

    /// <summary>Blanks are made of what parts the pieces of a paragraph.</summary>
    private void AddUnplaced(ReadOnlySpan<char> units)
    {
        if (units is " ")
        {
            AddBorder();
        }
        else
        {
            AddUnknown(units.Length);
        }
    }

    private void AddUnknown(int units)
    {
        FlushPending();
        Step(units, 0, isUnknown: true);
    }

    /// <summary>Steps over what is between the bytes so far and the next ones; a single pending unit is what stands there.</summary>
    private void MoveTo(int start)
    {
        if (_pending > 1)
        {
            FlushPending();
        }

        int gap = start - _bytes;
        bool isBlank = _pending == 1;
        if (gap == 0 && !isBlank)
        {
            return;
        }

        bool isFirst = _packed.Length == 0 && _run == 0;
        ByteSpan? leftOut = gap > 0 && !isFirst ? _findLetters(_bytes, start) : null;
        if (isBlank && gap == 1 && leftOut is null)
        {
            _run++;
        }
        else if (isBlank && gap == 0)
        {
            FlushPending();
        }
        else
        {
            Step(_pending, gap, leftOut is { } span ? new ByteSpan(span.Start - _bytes, span.End - _bytes) : null);
        }

        _pending = 0;
    }

    private void FlushPending()
    {
        if (_pending > 0)
        {
            Step(_pending, 0, isUnknown: true);
            _pending = 0;
        }
    }

    private void Step(int units, int bytes, ByteSpan? leftOut = null, bool isUnknown = false)
    {
        int flags = (leftOut is null ? 0 : SourceMap.LeftOutFlag) + (isUnknown ? SourceMap.UnknownFlag : 0);
        NumberText.Append(_packed, _run);
        NumberText.Append(_packed, (units << SourceMap.FlagBits) | flags);
        NumberText.Append(_packed, bytes);
        if (leftOut is { } span)
        {
            NumberText.Append(_packed, span.Start);
            NumberText.Append(_packed, span.Length);
        }

        _run = 0;
    }
}
