using System.Reflection;
using CxFunctions.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.Unit.LocalHost.Functions;

public class ParameterBinderTests
{
    /// <summary>As happens when two hosts in one process read a method for the first time at once.</summary>
    [Fact]
    public void The_trigger_is_known_by_its_place_whatever_object_stands_for_it()
    {
        var method = typeof(Base).GetMethod(nameof(Base.Run))!;
        var sameSeenElsewhere = typeof(Derived).GetMethod(nameof(Base.Run))!.GetParameters()[0];
        Assert.NotSame(method.GetParameters()[0], sameSeenElsewhere);
        var function = new FunctionDescriptor("timer", method, sameSeenElsewhere, sameSeenElsewhere.GetCustomAttribute<TimerTriggerAttribute>()!);
        var context = new InvocationContext(function, new Dictionary<string, object?>(), new ServiceCollection().BuildServiceProvider(), CancellationToken.None);
        var info = new TimerInfo();

        Assert.Equal([info], new ParameterBinder(new Dictionary<Type, object>()).Bind(context, new TriggerPayload { Bind = _ => info }));
    }

    internal class Base
    {
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = timer;
    }

    internal sealed class Derived : Base;
}
