using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Documents;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Index;

/// <summary>
/// Gives each field name one number and one kind for all segments of a writer, so that merges can copy stored bytes and no segment
/// contradicts another. Safe for several threads.
/// </summary>
internal sealed class FieldNumbers(Codec codec)
{
    private readonly Dictionary<string, FieldInfo> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<int> _taken = [];
    private readonly Lock _lock = new();
    private int _next;

    /// <summary>Takes over the fields of a segment that the index has already.</summary>
    public void Register(FieldInfos fields)
    {
        lock (_lock)
        {
            foreach (FieldInfo field in fields)
            {
                if (_byName.ContainsKey(field.Name))
                {
                    continue;
                }

                // Another writer may have numbered its segments in its own way; the first to come keeps the number.
                int number = _taken.Contains(field.Number) ? _next : field.Number;
                _taken.Add(number);
                _next = Math.Max(_next, number + 1);
                _byName.Add(field.Name, AsWrittenHere(field, number));
            }
        }
    }

    /// <summary>Returns the field of a name, with a new number when the name is new.</summary>
    /// <exception cref="ArgumentException">The field was used in another way before.</exception>
    public FieldInfo GetOrAdd(string name, FieldType type)
    {
        lock (_lock)
        {
            if (_byName.TryGetValue(name, out FieldInfo? known))
            {
                RefuseContradiction(known, type);
                RefuseContradictingPoints(known, type);
                if (type.IndexedAsPoint && !known.HasPoints)
                {
                    // Earlier documents may have gone without points, as in Java; ranges do not find those.
                    _byName[name] = known = WithPoints(known);
                }

                return known;
            }

            RefuseUnsupported(name, type);
            var plain = new FieldInfo(
                name, _next++, type.IndexOptions, OmitNorms: Indexed(type) && type.OmitNorms, type.DocValuesType);
            FieldInfo field = codec.WithAttributes(type.IndexedAsPoint ? WithPoints(plain) : plain);
            _taken.Add(field.Number);
            _byName.Add(name, field);
            return field;
        }
    }

    /// <summary>Returns the number of a field that is known or registered.</summary>
    public int NumberOf(string name)
    {
        lock (_lock)
        {
            return _byName[name].Number;
        }
    }

    /// <summary>What a segment of Java says beyond that is of this segment alone: generations, payloads, vectors, its own attributes.</summary>
    private FieldInfo AsWrittenHere(FieldInfo field, int number) => codec.WithAttributes(
        new FieldInfo(field.Name, number, field.IndexOptions, field.OmitNorms, field.DocValuesType)
        {
            PointDimensionCount = field.PointDimensionCount,
            PointIndexDimensionCount = field.PointIndexDimensionCount,
            PointNumBytes = field.PointNumBytes,
        });

    private static FieldInfo WithPoints(FieldInfo field) =>
        field with { PointDimensionCount = 1, PointIndexDimensionCount = 1, PointNumBytes = sizeof(long) };

    private static bool Indexed(FieldType type) => type.IndexOptions != IndexOptions.None;

    private static void RefuseContradiction(FieldInfo known, FieldType type)
    {
        if (known.IndexOptions != type.IndexOptions || known.DocValuesType != type.DocValuesType
            || (Indexed(type) && known.OmitNorms != type.OmitNorms))
        {
            throw new ArgumentException(
                $"field {known.Name} is {known.IndexOptions}/{known.DocValuesType}, norms {(known.OmitNorms ? "omitted" : "kept")}; "
                + $"it cannot also be {type.IndexOptions}/{type.DocValuesType}, norms {(type.OmitNorms ? "omitted" : "kept")}");
        }
    }

    private static void RefuseContradictingPoints(FieldInfo known, FieldType type)
    {
        bool sameKind = known.PointDimensionCount == 1 && known.PointNumBytes == sizeof(long);
        if (type.IndexedAsPoint && known.HasPoints && !sameKind)
        {
            throw new ArgumentException(
                $"field {known.Name} has points of {known.PointDimensionCount} x {known.PointNumBytes} bytes; "
                + $"it cannot also have points of 1 x {sizeof(long)}");
        }
    }

    private static void RefuseUnsupported(string name, FieldType type)
    {
        if (type.IndexOptions == IndexOptions.Docs && !type.OmitNorms)
        {
            throw new ArgumentException($"field {name} keeps documents only, which have no length to score: omit its norms");
        }
    }
}
