using SearchIndex.Engine.Analysis.SmartCn;

namespace SearchIndex.Engine.Tests.Analysis.SmartCn;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("你好。再见", "你好。|再见")]
    [InlineData("“好！”他说", "“好！”|他说")]
    [InlineData("好。 “走", "好。 |“走")]
    [InlineData("3.14", "3.14")]
    [InlineData("A.中", "A.中")]
    [InlineData("A. B", "A. |B")]
    [InlineData("A. b", "A. b")]
    [InlineData("A.  b", "A.  |b")]
    [InlineData("A.(B", "A.|(B")]
    [InlineData("A.\"B", "A.\"|B")]
    [InlineData("结束. 新", "结束. |新")]
    [InlineData("-.-", "-|.|-")]
    [InlineData("一行\n二行", "一行\n二行")]
    [InlineData("一\u2029二", "一\u2029|二")]
    [InlineData("𠮷！𠮷", "𠮷！|𠮷")]
    [InlineData("一。\u0301\u200B二", "一。\u0301\u200B|二")]
    [InlineData("一\uFFFF二", "一|\uFFFF|二")]
    public void FindEnd_Text_CutsSentences(string text, string expected)
    {
        var splitter = new SentenceSplitter();
        var sentences = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = splitter.FindEnd(text, start);
            sentences.Add(text[start..end]);
            start = end;
        }

        Assert.Equal(expected, string.Join('|', sentences));
    }
}
