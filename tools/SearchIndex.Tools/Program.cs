using System.CommandLine;
using SearchIndex.Tools.Fold;
using SearchIndex.Tools.SmartCn;

var root = new RootCommand("Makes the data files that the engine embeds.")
{
    FoldCommand.Create(),
    LexiconCommand.Create(),
    SentenceClassCommand.Create(),
};
return root.Parse(args).Invoke();
