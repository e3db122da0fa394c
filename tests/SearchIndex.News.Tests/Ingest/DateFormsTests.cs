using System.Globalization;
using SearchIndex.News.Ingest;

namespace SearchIndex.News.Tests.Ingest;

public sealed class DateFormsTests
{
    [Theory]
    [InlineData("2023-05-11T02:00:36.640Z", "2023-05-11T02:00:36.640")]
    [InlineData("2023-05-11T02:00:36.6409Z", "2023-05-11T02:00:36.640")]
    [InlineData("2023-05-11T10:00:36+08:00", "2023-05-11T02:00:36.000")]
    [InlineData("2023-05-11T10:00+0800", "2023-05-11T02:00:00.000")]
    [InlineData("2023-05-10T21:30-04:30", "2023-05-11T02:00:00.000")]
    [InlineData("2023-05-11T02:00:36", "2023-05-11T02:00:36.000")]
    [InlineData("2023-05-11 10:00:36 +0800", "2023-05-11T02:00:36.000")]
    [InlineData("2023-05-11 02:00 UTC", "2023-05-11T02:00:00.000")]
    [InlineData("Thu, 11 May 2023 02:00:36 GMT", "2023-05-11T02:00:36.000")]
    [InlineData("11 May 2023 10:00 +0800", "2023-05-11T02:00:00.000")]
    [InlineData("Thu, 1 Jun 2023 02:00:36 GMT", "2023-06-01T02:00:36.000")]
    public void TryParseStamp_MachineReadableForms_AreRead(string text, string expected)
    {
        Assert.True(DateForms.TryParseStamp(text, out DateTimeOffset date));
        Assert.Equal(expected, Format(date));
    }

    [Theory]
    [InlineData("2023-05-11")]
    [InlineData("2023-05-11 02:00")]
    [InlineData("25/03/2024 - 13:42")]
    [InlineData("2023-13-11T02:00:36Z")]
    [InlineData("2023-02-29T02:00:36Z")]
    [InlineData("2023-05-11T25:00:36Z")]
    [InlineData("0001-05-11T02:00:36Z")]
    [InlineData("于2023-05-11T02:00:36Z发布")]
    [InlineData("Thu, 31 Feb 2023 02:00:36 GMT")]
    [InlineData("")]
    public void TryParseStamp_OtherForms_AreNone(string text)
    {
        Assert.False(DateForms.TryParseStamp(text, out _));
    }

    [Theory]
    [InlineData("25/03/2024 - 13:42", "2024-03-25T13:42:00.000")]
    [InlineData("25.3.2024 13:42", "2024-03-25T13:42:00.000")]
    [InlineData("25-03-2024", "2024-03-25T00:00:00.000")]
    [InlineData("03/25/2024 13:42", "2024-03-25T13:42:00.000")]
    [InlineData("2024-03-25 13:42:05", "2024-03-25T13:42:05.000")]
    [InlineData("2024/3/25 13:42", "2024-03-25T13:42:00.000")]
    [InlineData("2024.03.25", "2024-03-25T00:00:00.000")]
    [InlineData("2024年3月25日", "2024-03-25T00:00:00.000")]
    [InlineData("2024年 3月 25日 13:42", "2024-03-25T13:42:00.000")]
    [InlineData("2024年03月25日（星期一）13：42", "2024-03-25T13:42:00.000")]
    [InlineData("发布时间：2024-03-25 13:42", "2024-03-25T13:42:00.000")]
    [InlineData("更新於2024年3月25日", "2024-03-25T00:00:00.000")]
    [InlineData("2024-03-25 21:42 GMT+8", "2024-03-25T13:42:00.000")]
    [InlineData("【某报2024年03月25日讯】今天有事发生。", "2024-03-25T00:00:00.000")]
    [InlineData("Mar 25th 2024", "2024-03-25T00:00:00.000")]
    [InlineData("25 March 2024", "2024-03-25T00:00:00.000")]
    [InlineData("September 5, 2024", "2024-09-05T00:00:00.000")]
    public void TryParseLocal_FormsForReaders_AreRead(string text, string expected)
    {
        Assert.True(DateForms.TryParseLocal(text, out DateTimeOffset date));
        Assert.Equal(expected, Format(date));
    }

    [Theory]
    [InlineData("2024年3月25日，某人说")]
    [InlineData("31/02/2024")]
    [InlineData("3月25日")]
    [InlineData("13:42")]
    [InlineData("2024")]
    [InlineData("1.2.3")]
    [InlineData("电话 25/03/2024")]
    public void TryParseLocal_OtherText_IsNone(string text)
    {
        Assert.False(DateForms.TryParseLocal(text, out _));
    }

    [Theory]
    [InlineData(1711370703000, "2024-03-25T12:45:03.000")]
    [InlineData(1, "1970-01-01T00:00:00.001")]
    public void TryFromEpoch_Milliseconds_AreConverted(long milliseconds, string expected)
    {
        Assert.True(DateForms.TryFromEpoch(milliseconds, out DateTimeOffset date));
        Assert.Equal(expected, Format(date));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1711370703000)]
    [InlineData(long.MaxValue)]
    [InlineData(253402300800000)]
    public void TryFromEpoch_OutOfRange_IsNone(long milliseconds)
    {
        Assert.False(DateForms.TryFromEpoch(milliseconds, out _));
    }

    private static string Format(DateTimeOffset date)
    {
        Assert.Equal(TimeSpan.Zero, date.Offset);
        return date.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
    }
}
