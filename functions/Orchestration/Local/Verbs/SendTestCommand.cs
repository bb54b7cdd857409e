using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Orchestration.Caisses;
using Orchestration.Caisses.Tests;
using Orchestration.Http;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Messages;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>Puts a template, as a test message, into the outbox of this machine.</summary>
internal static class SendTestCommand
{
    public static Command Create()
    {
        var (template, templates, sample) = (PreviewCommand.TemplateArgument(), PreviewCommand.TemplatesOption(), PreviewCommand.SampleOption());
        var to = new Option<string[]>("--to")
        {
            Description = $"At most ten e-mail addresses and mobile numbers that the setting {CaisseOptions.Section}:{nameof(CaisseOptions.TestAddresses)} allows; "
                + $"{LocalApp.TestAddresses} by default.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var caisse = new Option<string>("--caisse") { Description = "In whose name.", DefaultValueFactory = _ => "CPAM-80" };
        var folder = CommonOptions.Folder();
        var command = new Command("send-test", "Renders a template for its sample and puts it, marked [TEST], into the outbox of this machine. Nothing leaves it.")
        {
            template, to, templates, sample, caisse, folder,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = TemplateTrial.Settings();
            var from = CaisseDirectory.Find(parsed.GetValue(caisse)!)
                ?? throw new LocalToolException(French.Text($"La caisse « {parsed.GetValue(caisse)} » n'existe pas."));
            var trial = PreviewCommand.Run(parsed, template, templates, sample, settings);
            if (trial.Package is not { } package)
            {
                PreviewCommand.ShowProblems(parsed.Screen(), trial);
                return 1;
            }

            var addresses = Read(parsed.GetValue(to)!, package.Manifest.Channels, out var faults);
            foreach (var fault in faults)
                parsed.Remarks().WriteLine($"{fault.Detail} {fault.Mend}");
            if (faults.Count > 0)
                return 1;

            var outbox = new LocalAppOptions(Path.GetFullPath(parsed.GetValue(folder)!), 0).Outbox;
            var outcomes = await new TestMailing(package, settings, outbox, TimeProvider.System).SendAsync(from, addresses, cancellation);
            Show(parsed.Screen(), outcomes);
            return outcomes.All(outcome => outcome.Sent) ? 0 : 1;
        });
        return command;
    }

    /// <summary>By the rules of the test messages that caisses send over HTTP.</summary>
    private static IReadOnlyList<TestAddress> Read(string[] texts, IReadOnlyList<Channel> channels, out IReadOnlyList<Fault> found)
    {
        var options = new CaisseOptions();
        new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create($"{CaisseOptions.Section}:{nameof(CaisseOptions.TestAddresses)}:0", (string?)LocalApp.TestAddresses)])
            .AddEnvironmentVariables()
            .Build().GetSection(CaisseOptions.Section).Bind(options);
        var faults = new Http.Faults();
        var addresses = TestAddress.Read(new BodyReader(JsonSerializer.SerializeToElement(new { addresses = texts }), "", faults), channels, options.TestAddresses);
        found = faults.All;
        return addresses;
    }

    private static void Show(IAnsiConsole screen, IReadOnlyList<TestOutcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Adresse").AddColumn("Canal").AddColumn("Message");
        foreach (var outcome in outcomes)
            table.AddRow(new Text(outcome.Address), new Text(ChannelNames.Of(outcome.Channel)), new Text(outcome.Detail));
        screen.Write(table);
        screen.WriteLine(French.Text($"{French.Count(outcomes.Count(outcome => outcome.Sent), "message déposé", "messages déposés")} sur {outcomes.Count}."));
    }
}
