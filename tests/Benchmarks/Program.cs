using Orchestration.Benchmarks;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
