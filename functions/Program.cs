using CxFunctions.Alerts;
using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Contacts;
using CxFunctions.Dashboard;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using CxFunctions.Intake;
using CxFunctions.Invitations;
using CxFunctions.Journeys;
using CxFunctions.Privacy;
using CxFunctions.Responses;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Spending;
using CxFunctions.Staff;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UsePoisonReasons();

// In the order in which data flows.
builder.AddFoundation();
builder.AddSpending();
builder.AddCatalog();
builder.AddContacts();
builder.AddInvitations();
builder.AddStaff();
builder.AddIntake();
builder.AddJourneys();
builder.AddChannels();
builder.AddResponses();
builder.AddSentiment();
builder.AddRollups();
builder.AddAlerts();
builder.AddCases();
builder.AddDashboard();
builder.AddPrivacy();

builder.Build().Run();
