using System.Globalization;
using System.Text;
using CxFunctions.Bench.Measuring;

namespace CxFunctions.Bench.Survey;

/// <summary>What a run came to, for people and for machines.</summary>
/// <param name="findings">What was seen.</param>
/// <param name="rawPerSecond">Requests a second that the bare storage took.</param>
/// <param name="hub">The task hub.</param>
internal sealed class SurveyReport(SurveyFindings findings, double rawPerSecond, string hub)
{
    /// <summary>Requests that fewer than every twentieth survey makes are not worth a line.</summary>
    private const double WorthALine = 0.05;

    private readonly Phase _paced = new("paced", findings.Inviting.Surveys, findings.Inviting.Usage.And(findings.Answering.Usage));

    private double IdlePerSecond => findings.Idle.Operations.Total / findings.Idle.Seconds;

    private double PerSecond => findings.Burst.Surveys / findings.BurstTook.TotalSeconds;

    public BenchResult ToResult()
    {
        var limit = rawPerSecond / findings.Burst.OperationsEach;
        return new("survey", new($"bare storage: requests of the same kinds, shares and sizes, {findings.Burst.OperationsEach:0} each survey", Round(limit, 2)),
            new(Round(PerSecond, 2), findings.ToInvitation.At(0.5), findings.ToInvitation.At(0.99), findings.Errors), Round(PerSecond / limit, 3))
        {
            StorageOpsPerUnit = Round(findings.Burst.OperationsEach, 1),
            CpuMsPerUnit = Round(findings.Burst.CpuMsEach, 1),
            AnswerToRollup = new(findings.ToRollup.At(0.5), findings.ToRollup.At(0.99)),
            StorageOps = Enum.GetValues<StorageGroup>().ToDictionary(g => JsonName(g), g => Round(findings.Burst.Usage.Operations.Of(g, hub) / findings.Burst.Surveys, 1)),
            PacedStorageOpsPerUnit = Round(_paced.OperationsEach, 1),
            ExpiredStorageOpsPerUnit = findings.Expired is { } expired ? Round(expired.OperationsEach, 1) : null,
            IdleStorageOpsPerSecond = Round(IdlePerSecond, 2),
            Notes = $"{findings.Burst.Surveys} surveys at once for throughput, operations and processor time (host, worker and storage emulator, idle taken off); "
                + $"as many paced for times: p50 and p99 are webhook to invitation, answerToRollup includes up to 2 s until the next computation of rollups; "
                + $"a table batch counts once; timers that lost against an answer cost more later; {rawPerSecond:0} raw requests/s",
        };
    }

    public string ToTable()
    {
        List<Phase> phases = [findings.Inviting, findings.Answering, _paced, findings.Burst, .. findings.Expired is { } expired ? new[] { expired } : []];
        var table = new StringBuilder();
        Line("per survey", phases.Select(p => p.Name), "idle/s");
        Line("processor ms", phases.Select(p => Number(p.CpuMsEach)), Number(findings.Idle.Cpu.Total / findings.Idle.Seconds));
        Line("  host", phases.Select(p => Number(p.Usage.Cpu.Host / p.Surveys)), Number(findings.Idle.Cpu.Host / findings.Idle.Seconds));
        Line("  worker", phases.Select(p => Number(p.Usage.Cpu.Worker / p.Surveys)), Number(findings.Idle.Cpu.Worker / findings.Idle.Seconds));
        Line("  storage", phases.Select(p => Number(p.Usage.Cpu.Storage / p.Surveys)), Number(findings.Idle.Cpu.Storage / findings.Idle.Seconds));
        Line("operations", phases.Select(p => Number(p.OperationsEach)), Number(IdlePerSecond));
        foreach (var group in Enum.GetValues<StorageGroup>())
        {
            Rows($"  {JsonName(group)}", o => StorageGroups.Of(o, hub) == group);
            foreach (var name in Operations().Where(o => StorageGroups.Of(o, hub) == group).GroupBy(o => o.Name).Order(ByCount))
            {
                Rows($"    {name.Key}", o => o.Service == name.First().Service && o.Name == name.Key);
                foreach (var one in name.OrderByDescending(o => o.Count))
                {
                    Rows($"      {one.Verb}", o => o.Key == one.Key);
                }
            }
        }
        table.AppendLine(CultureInfo.InvariantCulture, $"{PerSecond:0.00} surveys a second at once; paced: webhook to invitation {findings.ToInvitation.At(0.5):0} ms (p50), {findings.ToInvitation.At(0.99):0} ms (p99), answer to rollup {findings.ToRollup.At(0.5):0} ms (p50), {findings.ToRollup.At(0.99):0} ms (p99)");
        return table.ToString();

        IEnumerable<StorageOperation> Operations() => _paced.Usage.Operations.Plus(findings.Burst.Usage.Operations).All;

        void Rows(string title, Func<StorageOperation, bool> which)
        {
            var each = phases.Select(p => p.Usage.Operations.All.Where(which).Sum(o => o.Count) / p.Surveys).ToList();
            var idle = findings.Idle.Operations.All.Where(which).Sum(o => o.Count) / findings.Idle.Seconds;
            if (each.Append(idle).Any(n => Math.Abs(n) >= WorthALine))
            {
                Line(title, each.Select(Number), Number(idle));
            }
        }

        void Line(string title, IEnumerable<string> columns, string last) =>
            table.AppendLine(CultureInfo.InvariantCulture, $"{title,-44}{string.Concat(columns.Append(last).Select(c => $"{c,11}"))}");
    }

    private static readonly Comparer<IGrouping<string, StorageOperation>> ByCount =
        Comparer<IGrouping<string, StorageOperation>>.Create((a, b) => b.Sum(o => o.Count).CompareTo(a.Sum(o => o.Count)));

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string JsonName(StorageGroup group) => char.ToLowerInvariant($"{group}"[0]) + $"{group}"[1..];

    private static double Round(double value, int digits) => Math.Round(value, digits);
}
