using Casus.Tests;
using Casus.Tests.Vectors;

// `--vectors DIR` runs a folder of corner cases; everything else is the test runner's.
if (args is ["--vectors", var folder])
{
    if (!Directory.Exists(folder))
    {
        Console.Error.WriteLine(
            $"There is no folder {folder}: name one that holds corner cases, each with an expect.json."
        );
        return 2;
    }
    return VectorRun.Run(folder, Console.Out).Failed == 0 ? 0 : 1;
}
return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
        args,
        SelfRegisteredExtensions.AddSelfRegisteredExtensions
    )
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
