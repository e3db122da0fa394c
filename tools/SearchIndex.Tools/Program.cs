using System.CommandLine;
using SearchIndex.Tools.Fold;
using SearchIndex.Tools.SmartCn;
using SearchIndex.Tools.Unihan;

var root = new RootCommand("Makes the data files that the product embeds.")
{
    FoldCommand.Create(),
    LexiconCommand.Create(),
    SentenceClassCommand.Create(),
    PinyinCommand.Create(),
    LookAlikeCommand.Create(),
};
return root.Parse(args).Invoke();
