using System.Buffers.Binary;
using SearchIndex.Engine.Codecs;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Tests.Judge;

/// <summary>Damages indexes in seeded ways, with the checksum left wrong or put right again.</summary>
internal sealed class Damager(int seed)
{
    private static readonly string[] MetaExtensions = [".si", ".fnm", ".tmd", ".nvm", ".dvm", ".fdm", ".fdx", ".tip", ".cfe", ".liv", ".kdm", ".kdi"];

    private readonly Random _random = new(seed);

    /// <summary>Gets the number of kinds of damage.</summary>
    public static int Kinds => 10;

    /// <summary>Returns a damaged copy and says what was done.</summary>
    /// <param name="index">The index.</param>
    /// <param name="kind">The kind of damage, 0 to <see cref="Kinds"/> (exclusive).</param>
    public (IndexImage Damaged, string What) Damage(IndexImage index, int kind)
    {
        IndexImage damaged = index.Copy();
        string name = Pick([.. index.Names]);
        string meta = Pick([.. index.Names.Where(IsMeta)]);
        string what = kind switch
        {
            0 => Flip(damaged, name, repair: false),
            1 or 2 => Flip(damaged, name, repair: true),
            3 => Truncate(damaged, name),
            4 => Cut(damaged, name),
            5 => Swap(damaged, name),
            6 => Remove(damaged, name),
            7 or 8 => Edit(damaged, meta),
            _ => Blank(damaged, name),
        };
        return (damaged, what);
    }

    /// <summary>Puts the checksum at the end of a file right.</summary>
    public static byte[] Repair(byte[] file)
    {
        const int checksumBytes = 8;
        uint crc = Crc32.Append(0, file.AsSpan(0, file.Length - checksumBytes));
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(file.Length - checksumBytes), crc);
        return file;
    }

    private static bool IsMeta(string name) =>
        name.StartsWith(IndexFileNames.Segments, StringComparison.Ordinal) || MetaExtensions.Contains(Path.GetExtension(name));

    private string Flip(IndexImage index, string name, bool repair)
    {
        byte[] bytes = [.. index[name]];
        int place = repair ? _random.Next(bytes.Length - CodecUtil.FooterLength) : _random.Next(bytes.Length);
        int bit = _random.Next(8);
        bytes[place] ^= (byte)(1 << bit);
        index[name] = repair ? Repair(bytes) : bytes;
        return $"{name}: bit {bit} of byte {place} flipped{(repair ? ", checksum repaired" : string.Empty)}";
    }

    private string Truncate(IndexImage index, string name)
    {
        int length = _random.Next(index[name].Length);
        index[name] = index[name][..length];
        return $"{name}: truncated to {length} bytes";
    }

    /// <summary>Takes bytes out of the middle.</summary>
    private string Cut(IndexImage index, string name)
    {
        byte[] bytes = index[name];
        int body = bytes.Length - CodecUtil.FooterLength;
        int start = _random.Next(body);
        int count = Math.Min(body - start, 1 + _random.Next(20));
        index[name] = Repair([.. bytes[..start], .. bytes[(start + count)..]]);
        return $"{name}: {count} bytes from {start} cut out, checksum repaired";
    }

    private string Swap(IndexImage index, string name)
    {
        string[] others = [.. index.Names.Where(other => other != name)];
        string[] alike = [.. others.Where(other => Path.GetExtension(other) == Path.GetExtension(name))];
        string other = Pick(alike.Length > 0 ? alike : others);
        (index[name], index[other]) = (index[other], index[name]);
        return $"{name} and {other} swapped";
    }

    private static string Remove(IndexImage index, string name)
    {
        index.Remove(name);
        return $"{name} removed";
    }

    /// <summary>Changes a byte of a file of counts and offsets to one that is likely to hurt.</summary>
    private string Edit(IndexImage index, string name)
    {
        byte[] bytes = [.. index[name]];
        int place = _random.Next(bytes.Length - CodecUtil.FooterLength);
        byte before = bytes[place];
        bytes[place] = _random.Next(5) switch
        {
            0 => (byte)(before + 1),
            1 => (byte)(before - 1),
            2 => 0,
            3 => 0x7F,
            _ => 0xFF,
        };
        index[name] = Repair(bytes);
        return $"{name}: byte {place} changed from {before} to {bytes[place]}, checksum repaired";
    }

    private string Blank(IndexImage index, string name)
    {
        byte[] bytes = [.. index[name]];
        int body = bytes.Length - CodecUtil.FooterLength;
        int start = _random.Next(body);
        int count = Math.Min(body - start, 1 + _random.Next(64));
        bytes.AsSpan(start, count).Clear();
        index[name] = Repair(bytes);
        return $"{name}: {count} bytes from {start} zeroed, checksum repaired";
    }

    private string Pick(string[] names) => names[_random.Next(names.Length)];
}
