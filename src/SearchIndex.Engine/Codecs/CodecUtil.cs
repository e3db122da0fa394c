using System.Buffers.Binary;
using System.Text;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;

namespace SearchIndex.Engine.Codecs;

/// <summary>Writes and checks the headers and footers of index files (spec 2.3).</summary>
public static class CodecUtil
{
    /// <summary>The first 4 bytes of every header.</summary>
    public const int HeaderMagic = 0x3FD76C17;

    /// <summary>The first 4 bytes of every footer.</summary>
    public const int FooterMagic = ~HeaderMagic;

    /// <summary>The bytes of a footer.</summary>
    public const int FooterLength = 16;

    /// <summary>The bytes of a segment's id.</summary>
    public const int IdLength = 16;

    private const int ChecksumLength = 8;
    private const int ChunkBytes = 1 << 20;

    /// <summary>Returns the bytes of an index header.</summary>
    public static int IndexHeaderLength(string codec, string suffix) => 9 + codec.Length + IdLength + 1 + suffix.Length;

    /// <summary>Writes a plain header, as it stands inside of files.</summary>
    public static void WriteHeader(IndexOutput output, string codec, int version)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteInt32(HeaderMagic);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    /// <summary>Writes the header that starts a file.</summary>
    public static void WriteIndexHeader(IndexOutput output, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(id.Length, IdLength);
        WriteHeader(output, codec, version);
        output.WriteBytes(id);
        byte[] suffixBytes = Encoding.ASCII.GetBytes(suffix);
        output.WriteByte((byte)suffixBytes.Length);
        output.WriteBytes(suffixBytes);
    }

    /// <summary>Writes the footer that ends a file.</summary>
    public static void WriteFooter(IndexOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteInt32(FooterMagic);
        output.WriteInt32(0);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>Reads a plain header and returns its version.</summary>
    /// <exception cref="CorruptIndexException">It is not a header of this codec.</exception>
    /// <exception cref="IndexFormatTooOldException">The version is below <paramref name="minVersion"/>.</exception>
    /// <exception cref="IndexFormatTooNewException">The version is above <paramref name="maxVersion"/>.</exception>
    public static int CheckHeader(IndexInput input, string codec, int minVersion, int maxVersion)
    {
        ArgumentNullException.ThrowIfNull(input);
        int magic = input.ReadInt32();
        if (magic != HeaderMagic)
        {
            throw new CorruptIndexException($"header starts with {magic:X8} instead of {HeaderMagic:X8}", input.Name, input.Position - 4);
        }

        string found = input.ReadString();
        if (found != codec)
        {
            throw new CorruptIndexException($"codec is '{found}' instead of '{codec}'", input.Name, input.Position);
        }

        int version = input.ReadInt32();
        if (version < minVersion)
        {
            throw new IndexFormatTooOldException(input.Name, version, minVersion, maxVersion);
        }

        return version > maxVersion ? throw new IndexFormatTooNewException(input.Name, version, minVersion, maxVersion) : version;
    }

    /// <summary>Reads the header of a file, compares id and suffix, and returns the version.</summary>
    /// <exception cref="CorruptIndexException">Codec, id or suffix differ.</exception>
    /// <exception cref="IndexFormatTooOldException">The version is below <paramref name="minVersion"/>.</exception>
    /// <exception cref="IndexFormatTooNewException">The version is above <paramref name="maxVersion"/>.</exception>
    public static int CheckIndexHeader(
        IndexInput input, string codec, int minVersion, int maxVersion, ReadOnlySpan<byte> id, string suffix)
    {
        int version = CheckHeader(input, codec, minVersion, maxVersion);
        ReadOnlySpan<byte> foundId = input.ReadSpan(IdLength);
        if (!foundId.SequenceEqual(id))
        {
            throw new CorruptIndexException(
                $"id is {Convert.ToHexString(foundId)} instead of {Convert.ToHexString(id)}", input.Name, input.Position - IdLength);
        }

        string foundSuffix = Encoding.ASCII.GetString(input.ReadSpan(input.ReadByte()));
        return foundSuffix == suffix
            ? version
            : throw new CorruptIndexException($"suffix is '{foundSuffix}' instead of '{suffix}'", input.Name, input.Position);
    }

    /// <summary>Checks that a footer is there, without reading the file, and returns the checksum that it records.</summary>
    /// <exception cref="CorruptIndexException">There is none.</exception>
    public static long RetrieveChecksum(IndexInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Length < FooterLength)
        {
            throw new CorruptIndexException($"{input.Length} bytes are too few for a footer", input.Name, 0);
        }

        ReadOnlySpan<byte> footer = input.SpanAt(input.Length - FooterLength, FooterLength);
        int magic = BinaryPrimitives.ReadInt32BigEndian(footer);
        int algorithm = BinaryPrimitives.ReadInt32BigEndian(footer[4..]);
        if (magic != FooterMagic || algorithm != 0)
        {
            throw new CorruptIndexException(
                $"footer is {magic:X8} {algorithm} instead of {FooterMagic:X8} 0", input.Name, input.Length - FooterLength);
        }

        return BinaryPrimitives.ReadInt64BigEndian(footer[8..]);
    }

    /// <summary>Reads the whole file and compares its checksum with the footer.</summary>
    /// <exception cref="CorruptIndexException">They differ.</exception>
    public static void CheckWholeFile(IndexInput input)
    {
        long recorded = RetrieveChecksum(input);
        uint crc = 0;
        long end = input.Length - ChecksumLength;
        for (long offset = 0; offset < end; offset += ChunkBytes)
        {
            crc = Crc32.Append(crc, input.SpanAt(offset, (int)Math.Min(ChunkBytes, end - offset)));
        }

        if (recorded != crc)
        {
            throw new CorruptIndexException($"checksum is {crc:X8}, the footer says {recorded:X}", input.Name, end);
        }
    }

    /// <summary>Checks that nothing stands between the cursor and the footer.</summary>
    /// <exception cref="CorruptIndexException">Bytes are left.</exception>
    public static void CheckAtFooter(IndexInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Position != input.Length - FooterLength)
        {
            throw new CorruptIndexException(
                $"content ends here, the footer starts at {input.Length - FooterLength}", input.Name, input.Position);
        }
    }
}
