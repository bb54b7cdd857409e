using System.CommandLine;
using Orchestration.Caisses;
using Orchestration.Local.Demo;
using Orchestration.Local.Demo.Orders;

namespace Orchestration.Local.Verbs;

internal static class DemoCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--folder") { Description = "Where the demo keeps everything.", DefaultValueFactory = _ => Path.Combine(".local", "demo") };
        var full = new Option<bool>("--full") { Description = "Runs the whole year 2027: fifteen campaigns, newsletters, journeys." };
        var people = new Option<int?>("--people") { Description = $"Insured people to invent: {DemoScript.Short.People} by default, {DemoScript.Full.People} for the whole year." };
        var caisses = new Option<int?>("--caisses") { Description = $"How many caisses they live in, 7 to {DemoScript.Short.Caisses}: {DemoScript.Short.Caisses} by default, {DemoScript.Full.Caisses} for the whole year." };
        var fresh = new Option<bool>("--fresh") { Description = "Begins anew, even if a demo was interrupted." };
        var verbose = new Option<bool>("--verbose") { Description = "Shows what the app logs." };
        var kill = new Option<string?>("--kill") { Description = "Kills the process around a storage request: «before|after METHOD path-regex n».", Hidden = true };
        var orders = new Option<int>("--orders") { Description = "Places so many orders within an hour of business time.", Hidden = true };
        var command = new Command("demo", "Runs two months of campaigns: calendar, decisions, lots, delivered messages. An interrupted demo goes on where it was.")
        {
            full, folder, people, caisses, fresh, verbose, kill, orders,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var script = parsed.GetValue(full) ? DemoScript.Full : DemoScript.Short;
            if (parsed.GetValue(orders) is > 0 and var count)
                script = script with { Orders = OrderScripts.Hour(script.Start.AddDays(1), count) };
            return DemoRun.RunAsync(
                new DemoOptions(
                    script,
                    Path.GetFullPath(parsed.GetValue(folder)!),
                    parsed.GetValue(people) ?? script.People,
                    Math.Clamp(parsed.GetValue(caisses) ?? script.Caisses, 7, CaisseDirectory.All.Count),
                    parsed.GetValue(fresh),
                    parsed.GetValue(verbose),
                    parsed.GetValue(kill)),
                cancellation);
        });
        return command;
    }
}
