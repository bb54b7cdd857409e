return await Orchestration.Flavour.RunAsync(args);
