using SearchIndex.Engine.Util.Simd;

namespace SearchIndex.Engine.Tests.Util.Simd;

public sealed class BlockPackerTests
{
    /// <summary>Blocks of the numbers (i * 37 + 11) mod 2^bits, packed by Lucene's rules (spec, appendix A).</summary>
    public static TheoryData<int, string> Vectors => new()
    {
        { 1, "ffffffffffffffff0000000000000000" },
        {
            3,
            "67676767676767671b1b1b1b1b1b1b1bacacacacacacacac4040404040404040f7f7f7f7f7f7f7f78a8a8a8a8a8a8a8a"
        },
        {
            5,
            "db5fdb5fdb5fdb5f038203820382038229a929a929a929a952d052d052d052d07fff7fff7fff7fffa723a723a723a723"
            + "c849c849c849c849f070f070f070f0701c9e1c9e1c9e1c9e46c646c646c646c6"
        },
        {
            7,
            "77d73697f656b716c02181e040a101600a6bca2b8aeb4aab54b41474d43494f49efe5ebe1e7ede3ee848a80868c82888"
            + "3393f353b31373d37ddc3d9dfc5dbc1cc72686e747a606671071d03190f150b15aba1a7ada3a9afaa50565c52585e545"
            + "ef4faf0f6fcf2f8f3898f858b81878d8"
        },
        {
            11,
            "64bd71297f956c010cc21c2e0c9a1c06b2c6b932bf9eb60a4fcb47375fa3570ff1cff43bf0a7f3138cd4984084ac9018"
            + "2cd92e452cb12d1dd8ddce49c4b5da2170e2714e70ba70260de7085303bf1e2badebad57adc3ad2f47f0545c42c84f34"
            + "e9f4f960e9ccf93883f98a6581d1883d3dfe356a2dd62542da02dd6ed8dadc4663076f737bdf674b110c127810e41250"
            + "a410ba7cb0e8a6544215438142ed4359f319ee85e9f1e45d861e868a86f68662"
        },
        {
            13,
            "5c6f5b4a5a2558008370824b80268701aa71a84cae27ac02d672d64dd628d603fe73fd4efd29fc0421752550202b2306"
            + "4e7649514c2c4f0774777452742d74089d789c539c2e9c09c079c654c42fc20aef7aed55ea30e80b167c12571632120d"
            + "3f7d3f583f333f0e647e63596234610f8c7f8a5a89358810b180b75bb536b311de81de5cde37de120283015e01390014"
            + "2a842d5f293a2c1552855560503b531678867861783c7817a387a262a23da218c988ce63cc3eca19f189f764f43ff21a"
            + "1c8b18661c41181c468c46674642461d"
        },
        {
            20,
            "0fb0940005b0000030019700300d0300f35099005f50050000a89b0000a807005dff9d001df609000f40a00006400c00"
            + "2098a20020940e00fae0a40066e010000037a70000371300cc8fa9008c8615000fd0ab0006d01700102fae00102b1a00"
            + "0171b0006d701c0001c6b20000c61e003b10b500fb1621001060b7000760230000b6b90000b225000801bc0074002800"
            + "0155be0000552a00aaa0c0006aa72c0010f0c20007f02e00f04cc500f04831000f91c7007b90330001e4c90000e43500"
            + "1931cc00d93738001180ce0007803a00e0d3d000e0df3c001621d30082203f000173d5000073410088c1d70048c84300"
            + "1110da0008104600d06adc00d06648001db1de0089b04a000102e10000024d00f751e300b7584f0012a0e50008a05100"
            + "c0f1e700c0fd53002441ea00904056000191ec000091580066e2ee0026e95a00"
        },
        {
            27,
            "6029010060010000002e010000060000a1320100a00a0000423701004f0f0000e63b0100f61300008840010088180000"
            + "20450100201d0000c0490100c0210000684e010063260000135301001f2b0000bc570100bc2f0000405c010040340000"
            + "e0600100e038000082650100813d0000256a010020420000d16e0100d146000070730100704b00000078010000500000"
            + "a07c0100a05400005181010048590000f1850100e95d0000808a010080620000208f010020670000c0930100c06b0000"
            + "64980100627000000d9d010003750000ada10100ad79000040a60100407e0000e0aa0100e082000081af010080870000"
            + "23b40100318c0000d4b80100c490000070bd01007095000000c20100009a0000a0c60100a09e000048cb010044a30000"
            + "ffcf0100eba700008ed401008eac000020d9010020b10000c0dd0100c0b5000062e2010061ba000008e7010003bf0000"
            + "aeeb0100aec3000040f0010040c80000e0f40100e0cc000080f9010080d1000032fe010029d60000c8020200c0da0000"
            + "6407020064df0000000c020000e40000a0100200a0e800004415020042ed0000f3190200e9f10000861e020086f60000"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Pack_VectorOfSpec_GivesItsBytes(int bits, string hex)
    {
        byte[] packed = new byte[ForLayout.ByteCount(bits)];

        BlockPacker.Pack(VectorValues(bits), bits, packed);

        Assert.Equal(hex, Convert.ToHexString(packed).ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Unpack_VectorOfSpec_GivesItsNumbers(int bits, string hex)
    {
        int[] values = new int[ForLayout.BlockSize];

        BlockUnpacker.Unpack(Convert.FromHexString(hex), bits, values);

        Assert.Equal(VectorValues(bits), values);
    }

    private static int[] VectorValues(int bits) =>
        [.. Enumerable.Range(0, ForLayout.BlockSize).Select(index => (int)(((index * 37L) + 11) % (1L << bits)))];
}
