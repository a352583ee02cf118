return Residuum.Cli.Tool.Run(args, Residuum.Cli.Hosting.Streams.OfConsole());
