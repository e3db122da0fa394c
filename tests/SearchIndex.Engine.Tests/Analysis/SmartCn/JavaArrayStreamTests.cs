using SearchIndex.Tools.SmartCn;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

public sealed class JavaArrayStreamTests
{
    private const string Header = "ACED0005";
    private const string ShortClass = "72" + "0002" + "5B53" + "EF832E06E55DB0FA" + "02" + "0000" + "78" + "70";
    private const string CharacterArraysClass = "72" + "0003" + "5B5B43" + "98327EB72369A9CA" + "02" + "0000" + "78" + "70";
    private const string CharacterClass = "72" + "0002" + "5B43" + "B02666B0E25D84AC" + "02" + "0000" + "78" + "70";

    [Fact]
    public void Read_ArrayOfNumbers_ReturnsThem()
    {
        var stream = new JavaArrayStream(Convert.FromHexString(Header + "75" + ShortClass + "00000002" + "FFFF" + "0102"));

        Assert.Equal([-1, 0x0102], stream.Read<short[]>());
    }

    [Fact]
    public void Read_ArrayOfArrays_FollowsReferencesToClasses()
    {
        // Handles: class [[C 7E0000, its array 7E0001, class [C 7E0002, its array 7E0003.
        string first = "75" + CharacterClass + "00000001" + "4E2D";
        string second = "75" + "71" + "007E0002" + "00000001" + "56FD";
        var stream = new JavaArrayStream(Convert.FromHexString(Header + "75" + CharacterArraysClass + "00000003" + first + "70" + second));

        Array?[] arrays = stream.Read<Array?[]>();

        Assert.Equal(["中", null, "国"], arrays.Select(array => array is char[] units ? new string(units) : null));
    }

    [Theory]
    [InlineData("ACED0004")]
    [InlineData(Header + "73")]
    [InlineData(Header + "75" + "71" + "007E0000")]
    [InlineData(Header + "75" + ShortClass + "7FFFFFFF")]
    [InlineData(Header + "75" + ShortClass + "00000002" + "FFFF")]
    [InlineData(Header + "70")]
    public void Read_OtherBytes_ThrowsInvalidData(string bytes)
    {
        Assert.Throws<InvalidDataException>(() => new JavaArrayStream(Convert.FromHexString(bytes)).Read<short[]>());
    }
}
