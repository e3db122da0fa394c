using SearchIndex.Cli;

var terminal = Terminal.OfProcess();
var folders = new DataFolders(Environment.CurrentDirectory, AppContext.BaseDirectory);
return await new CommandLine(terminal, folders).RunAsync(args, CancellationToken.None);
