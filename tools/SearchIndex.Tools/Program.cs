using System.CommandLine;
using SearchIndex.Tools.Fold;

var root = new RootCommand("Makes the data files that the engine embeds.")
{
    FoldCommand.Create(),
};
return root.Parse(args).Invoke();
