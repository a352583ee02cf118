return Residuum.Cli.Tool.Run(args);
