using System.Diagnostics;
using SearchIndex.Engine.Store;

namespace SearchIndex.Engine.Codecs.Lucene87;

/// <summary>
/// Gathers the skip data of one term (spec 5.5). Entry number e stands on level 0, and on level l when e is a multiple of 8^l.
/// Each level is a run of bytes in memory until the term ends.
/// <code>
/// skip data  (VLong length, level)* from the highest level down to 1, level 0
/// level      entry*
/// entry      VInt doc, VLong .doc, [VLong .pos, VInt positions of its block, [VLong .pay]], VInt length, impacts,
///            [VLong child pointer, above level 0]; document and pointers are relative to the entry before
/// </code>
/// Example: <c>7F 32 03 00 01 02</c> ends a block at document 127, 50 bytes into <c>.doc</c>, with the impacts (1, 1) and (2, 3).
/// </summary>
internal sealed class SkipWriter
{
    private readonly BytesBuilder[] _levels = new BytesBuilder[Lucene84Format.MaxSkipLevels];
    private readonly ImpactAccumulator[] _impacts = new ImpactAccumulator[Lucene84Format.MaxSkipLevels];
    private readonly SkipPoint[] _last = new SkipPoint[Lucene84Format.MaxSkipLevels];
    private readonly BytesBuilder _impactBytes = new();
    private bool _hasPositions;
    private bool _hasOffsets;
    private SkipPoint _start;
    private bool _used;

    public SkipWriter()
    {
        for (int level = 0; level < _levels.Length; level++)
        {
            _levels[level] = new BytesBuilder();
            _impacts[level] = new ImpactAccumulator();
        }
    }

    /// <summary>Begins a field.</summary>
    public void StartField(FieldInfo field)
    {
        _hasPositions = field.HasPositions;
        _hasOffsets = field.HasOffsets;
    }

    /// <summary>Begins a term.</summary>
    /// <param name="start">The pointers at which the term starts.</param>
    public void StartTerm(in SkipPoint start)
    {
        _start = start;
        _used = false;
    }

    /// <summary>
    /// Counts a document of the block whose entry is added next. The documents behind the last entry need not be counted.
    /// </summary>
    public void AddImpact(int freq, byte norm) => _impacts[0].Add(freq, norm);

    /// <summary>Adds the entry of a full block behind which there is another document.</summary>
    public void AddEntry(in SkipPoint point)
    {
        if (!_used)
        {
            ClearLevels();
        }

        int childPointer = 0;
        int multiple = point.Blocks;
        for (int level = 0; level < _levels.Length; level++)
        {
            childPointer = WriteEntry(level, in point, childPointer);
            if (multiple % Lucene84Format.SkipMultiplier != 0)
            {
                return;
            }

            multiple /= Lucene84Format.SkipMultiplier;
        }
    }

    /// <summary>Writes all levels, the highest first, and of all but the lowest the length.</summary>
    public void Write(IndexOutput output)
    {
        Debug.Assert(_used, "a term with skip data has an entry");
        for (int level = _levels.Length - 1; level > 0; level--)
        {
            BytesBuilder bytes = _levels[level];
            if (bytes.Length > 0)
            {
                output.WriteVInt64(bytes.Length);
                output.WriteBytes(bytes.Span);
            }
        }

        output.WriteBytes(_levels[0].Span);
    }

    /// <summary>Makes room for a term. Most terms have no entry, so this waits for the first one.</summary>
    private void ClearLevels()
    {
        _used = true;
        _last.AsSpan().Fill(_start);
        _levels[0].Clear();
        for (int level = 1; level < _levels.Length; level++)
        {
            _levels[level].Clear();
            _impacts[level].Clear(); // Level 0 is drained by each of its entries.
        }
    }

    /// <summary>Writes an entry and returns the place behind its impacts, which an entry of the next level points to.</summary>
    private int WriteEntry(int level, in SkipPoint point, int childPointer)
    {
        BytesBuilder output = _levels[level];
        ref SkipPoint last = ref _last[level];
        output.WriteVInt32(point.Doc - last.Doc);
        output.WriteVInt64(point.DocPointer - last.DocPointer);
        if (_hasPositions)
        {
            output.WriteVInt64(point.PosPointer - last.PosPointer);
            output.WriteVInt32(point.PosBufferUpto);
            if (_hasOffsets)
            {
                output.WriteVInt64(point.PayPointer - last.PayPointer);
            }
        }

        last = point;
        ImpactAccumulator? parent = level + 1 < _impacts.Length ? _impacts[level + 1] : null;
        _impactBytes.Clear();
        _impacts[level].Drain(_impactBytes, parent);
        output.WriteVInt32(_impactBytes.Length);
        output.WriteBytes(_impactBytes.Span);

        int behindImpacts = output.Length;
        if (level > 0)
        {
            output.WriteVInt64(childPointer);
        }

        return behindImpacts;
    }
}
