using System.CommandLine;
using CxFunctions.Sandbox;
using CxFunctions.Sandbox.Events;

var port = new Option<int>("--port") { Description = "TCP port on localhost; 0 takes a free one.", DefaultValueFactory = _ => 7072 };
var events = new Option<Uri?>("--events")
{
    Description = "Where delivery reports and replies go, for instance http://localhost:7071/api/events/communication?code=KEY.",
    CustomParser = said =>
    {
        if (Uri.TryCreate(said.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }
        said.AddError("--events: an address that begins with http:// or https://.");
        return null;
    },
};
var cloudEvents = new Option<bool>("--cloud-events") { Description = "Deliver events as CloudEvents 1.0 instead of the Event Grid schema." };
var data = new Option<string?>("--data") { Description = "Folder in which messages survive a restart; without it they live in memory." };
var delay = new Option<double>("--report-delay") { Description = "Seconds between a message and its delivery report.", DefaultValueFactory = _ => 2 };
var manager = new Option<string[]>("--manager") { Description = "A manager's phone number or e-mail address; may be given several times.", DefaultValueFactory = _ => [] };
var seed = new Option<int>("--seed") { Description = "Seed of the chance in faults.", DefaultValueFactory = _ => 1 };

var command = new RootCommand("The outside world on one machine: SMS, e-mail and language services, with telephones and mailboxes to look at.")
{
    port, events, cloudEvents, data, delay, manager, seed,
};
command.SetAction(async (arguments, cancellationToken) =>
{
    await using var server = await SandboxServer.StartAsync(
        new SandboxOptions
        {
            Port = arguments.GetValue(port),
            EventsUrl = arguments.GetValue(events),
            EventSchema = arguments.GetValue(cloudEvents) ? EventSchema.CloudEventSchemaV1_0 : EventSchema.EventGridSchema,
            DataFolder = arguments.GetValue(data),
            DeliveryReportDelay = TimeSpan.FromSeconds(arguments.GetValue(delay)),
            Managers = arguments.GetValue(manager)!,
            Seed = arguments.GetValue(seed),
        },
        cancellationToken);
    Console.WriteLine($"Sandbox         {server.Url}");
    Console.WriteLine($"Communication   {server.ConnectionString}");
    Console.WriteLine($"Language        {server.Url} with key {server.LanguageKey}");
    Console.WriteLine("Ctrl-C ends it.");
    await server.WaitForShutdownAsync(cancellationToken);
});
return await command.Parse(args).InvokeAsync();
