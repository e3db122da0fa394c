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
                _byName.Add(field.Name, field with { Number = number });
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
                return known;
            }

            RefuseUnsupported(name, type);
            FieldInfo field = codec.WithAttributes(
                new FieldInfo(name, _next++, type.IndexOptions, OmitNorms: Indexed(type) && type.OmitNorms, type.DocValuesType));
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

    private static void RefuseUnsupported(string name, FieldType type)
    {
        if (type.DocValuesType is DocValuesType.Binary or DocValuesType.SortedSet or DocValuesType.SortedNumeric)
        {
            throw new NotSupportedException($"field {name}: doc values of type {type.DocValuesType} are read, not written");
        }

        if (type.IndexOptions == IndexOptions.Docs && !type.OmitNorms)
        {
            throw new ArgumentException($"field {name} keeps documents only, which have no length to score: omit its norms");
        }
    }
}
